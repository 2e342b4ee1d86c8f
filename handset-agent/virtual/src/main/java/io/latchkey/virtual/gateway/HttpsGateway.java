package io.latchkey.virtual.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.agent.domain.Enrollment;
import io.latchkey.virtual.app.EnrollmentGateway;
import io.latchkey.virtual.app.EnrollmentRefusedException;
import io.latchkey.virtual.app.GatewayUnavailableException;
import io.latchkey.virtual.app.Identity;
import io.latchkey.virtual.tls.Pem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Enrolls over {@code POST /v1/enrollments}. */
public final class HttpsGateway implements EnrollmentGateway {

    /** With its handshake, by a gateway that may be busy. */
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(15);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final int CREATED = 201;
    private static final int FIRST_ERROR = 400;

    private final ObjectMapper json;
    private final HttpClient client;
    private final URI enrollments;
    private final String provisioningKey;

    /**
     * Talks to {@code base} as far as {@code tls} trusts it.
     *
     * @param provisioningKey what phones that were told nothing else when they were set up keep over a wipe
     */
    public HttpsGateway(URI base, SSLContext tls, String provisioningKey, ObjectMapper json) {
        this.json = json;
        this.provisioningKey = provisioningKey;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(CONNECT_WITHIN)
                .build();
        this.enrollments = base.resolve("/v1/enrollments");
    }

    @Override
    public Identity enroll(String imei, String enrollmentCode, KeyPair key) {
        return enroll(imei, key, "enrollmentCode", enrollmentCode);
    }

    @Override
    public Identity enrollAgain(Identity before, KeyPair key) {
        return enroll(
                before.imei(), key, "provisioningKey", before.provisioningKey().orElse(provisioningKey));
    }

    private Identity enroll(String imei, KeyPair key, String proof, String value) {
        String body = json.createObjectNode()
                .put("imei", imei)
                .put(proof, value)
                .put("csr", CertificateRequest.pem(key))
                .toString();
        HttpResponse<String> response = post(body);
        if (response.statusCode() >= FIRST_ERROR) {
            throw new EnrollmentRefusedException(response.statusCode(), response.body());
        }
        if (response.statusCode() != CREATED) {
            throw new GatewayUnavailableException("the gateway answered with status " + response.statusCode());
        }
        return identity(imei, key, response.body());
    }

    private HttpResponse<String> post(String body) {
        HttpRequest request = HttpRequest.newBuilder(enrollments)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new GatewayUnavailableException("no answer from the gateway at " + enrollments, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayUnavailableException("interrupted while waiting for the gateway", e);
        }
    }

    private Identity identity(String imei, KeyPair key, String body) {
        try {
            JsonNode answer = json.readTree(body);
            return new Identity(
                    imei,
                    Optional.empty(),
                    new Enrollment(
                            answer.required("deviceId").textValue(),
                            answer.required("enrollment").intValue()),
                    key.getPrivate(),
                    chain(answer),
                    answer.required("mqtt").required("host").textValue(),
                    answer.required("mqtt").required("port").intValue(),
                    answer.required("keySet").toString());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new GatewayUnavailableException("the gateway's answer cannot be read", e);
        }
    }

    /** The gateway may or may not repeat the handset's own certificate at the head of the chain. */
    private static List<X509Certificate> chain(JsonNode answer) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(Pem.certificate(answer.required("certificate").asText()));
        for (JsonNode pem : answer.required("chain")) {
            X509Certificate certificate = Pem.certificate(pem.asText());
            if (!chain.contains(certificate)) {
                chain.add(certificate);
            }
        }
        return chain;
    }
}
