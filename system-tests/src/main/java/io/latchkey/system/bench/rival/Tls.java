package io.latchkey.system.bench.rival;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Mutual TLS with the very certificates that the gateway and the handsets have. */
final class Tls {

    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private Tls() {}

    static SSLContext gateway(Settings settings) {
        char[] password = settings.get("LATCHKEY_PKI_PASSWORD").toCharArray();
        try {
            Path file = settings.path("BENCH_PKI").resolve("gateway-client.p12");
            return context(KeyStore.getInstance(file.toFile(), password), password, settings);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot use the gateway's certificate", e);
        }
    }

    /** Of a handset, as its identity file has it. */
    static SSLContext handset(Path identity, Settings settings) {
        try {
            JsonNode json = new ObjectMapper().readTree(identity.toFile());
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(json.required("key").binaryValue()));
            List<Certificate> chain = new ArrayList<>();
            for (JsonNode pem : json.required("chain")) {
                chain.add(CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(pem.asText().getBytes(US_ASCII))));
            }
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry("handset", key, IN_MEMORY, chain.toArray(Certificate[]::new));
            return context(own, IN_MEMORY, settings);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot use the certificate in " + identity, e);
        }
    }

    private static SSLContext context(KeyStore own, char[] password, Settings settings)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(
                settings.path("BENCH_PKI").resolve("trust.p12").toFile(),
                settings.get("LATCHKEY_PKI_PASSWORD").toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
