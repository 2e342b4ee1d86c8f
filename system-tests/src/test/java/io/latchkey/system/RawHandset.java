package io.latchkey.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.local.pki.Credential;
import io.latchkey.local.pki.Pki;
import io.latchkey.system.StackUnderTest.Stack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A handset that speaks to the gateway's own endpoint, and may say the same twice. */
record RawHandset(URI gateway, HttpClient client, X509Certificate root, KeyPair key) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RawHandset of(Stack stack) throws GeneralSecurityException {
        Pki pki = Pki.in(stack.data().resolve("pki"), stack.secret("LATCHKEY_PKI_PASSWORD"));
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Credential.anonymousContext(pki.root()))
                .build();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        URI gateway = URI.create("https://127.0.0.1:" + stack.port("GATEWAY_TLS"));
        return new RawHandset(gateway, client, pki.root(), generator.generateKeyPair());
    }

    /** The gateway's answer, which must be a certificate. */
    JsonNode enroll(String imei, String enrollmentCode)
            throws IOException, InterruptedException, OperatorCreationException {
        byte[] body = JSON.writeValueAsBytes(Map.of("imei", imei, "enrollmentCode", enrollmentCode, "csr", csr()));
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/enrollments"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode json = JSON.readTree(answer.body());
        if (!json.has("certificate")) {
            throw new IllegalStateException("the enrollment was refused: " + json);
        }
        return json;
    }

    /** The status of the gateway's answer to the handset's own certificate. */
    int fetchToken(JsonNode welcome) throws GeneralSecurityException, IOException, InterruptedException {
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (String pem : pems(welcome)) {
            chain.add((X509Certificate)
                    certificates.generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII))));
        }
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/devices/self/token"))
                .build();
        try (HttpClient known = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(new Credential(key.getPrivate(), chain).sslContext(root))
                .build()) {
            return known.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static List<String> pems(JsonNode welcome) {
        List<String> pems = new ArrayList<>();
        pems.add(welcome.path("certificate").asText());
        welcome.path("chain").forEach(above -> pems.add(above.asText()));
        return pems;
    }

    private String csr() throws OperatorCreationException, IOException {
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=handset"), key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                .getEncoded();
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }
}
