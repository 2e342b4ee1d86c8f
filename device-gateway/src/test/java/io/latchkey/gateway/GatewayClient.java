package io.latchkey.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.EventJson;
import io.latchkey.events.testing.Exchange;
import io.latchkey.events.testing.OpenApi;
import io.latchkey.kit.testing.OpenApiContract;
import io.latchkey.local.pki.Credential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Calls the gateway's two ports as operators and handsets do. Every answer must be as documented. */
record GatewayClient(int port, int tlsPort) {

    private static final OpenApi API = OpenApiContract.document();

    HttpResponse<String> offer(String account, String imei) throws Exception {
        return offer(account, Map.of("imei", imei));
    }

    HttpResponse<String> offer(String account, Map<String, String> phone) throws Exception {
        String body = body(phone);
        return send(
                HttpClient.newHttpClient(),
                operator("/v1/partners/sandbox/loans/" + account + "/enrollment-codes")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                body);
    }

    String code(String account, String imei) throws Exception {
        return json(offer(account, imei)).get("enrollmentCode").textValue();
    }

    HttpResponse<String> enroll(Map<String, String> fields) throws Exception {
        return send(
                tls(Credential.anonymousContext(GatewayServers.pki().root())),
                HttpRequest.newBuilder(tlsUri("/v1/enrollments"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(fields))),
                body(fields));
    }

    HttpResponse<String> selfToken(SSLContext context) throws Exception {
        return send(tls(context), HttpRequest.newBuilder(tlsUri("/v1/devices/self/token")), "");
    }

    HttpResponse<String> contests() throws Exception {
        return send(HttpClient.newHttpClient(), operator("/v1/contests"), "");
    }

    HttpResponse<String> settle(String deviceId, int keep) throws Exception {
        String body = "{\"keep\":" + keep + "}";
        return send(
                HttpClient.newHttpClient(),
                operator("/v1/contests/" + deviceId)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                body);
    }

    private HttpRequest.Builder operator(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer operator");
    }

    static Credential credential(TestKey key, JsonNode welcome) throws CertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certificate(welcome.get("certificate").textValue()));
        for (JsonNode above : welcome.get("chain")) {
            chain.add(certificate(above.textValue()));
        }
        return new Credential(key.pair().getPrivate(), chain);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return EventJson.mapper().readTree(answer.body());
    }

    static Map<String, String> request(String imei, String code, String csr) {
        return Map.of("imei", imei, "enrollmentCode", code, "csr", csr);
    }

    static Map<String, String> renewal(String imei, String provisioningKey, String csr) {
        return Map.of("imei", imei, "provisioningKey", provisioningKey, "csr", csr);
    }

    static int status(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    URI tlsUri(String path) {
        return URI.create("https://127.0.0.1:" + tlsPort + path);
    }

    private static X509Certificate certificate(String pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static HttpClient tls(SSLContext context) {
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static String body(Map<String, String> fields) throws IOException {
        return EventJson.mapper().writeValueAsString(fields);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request, String sent)
            throws Exception {
        try (client) {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            API.check(Exchange.of(answer, sent));
            return answer;
        }
    }

    /** The gateway's welcome for a handset that is new to it. */
    JsonNode enrolled(String account, String imei, TestKey key) throws Exception {
        return json(enroll(request(imei, code(account, imei), key.csr())));
    }
}
