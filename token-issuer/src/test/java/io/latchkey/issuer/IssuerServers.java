package io.latchkey.issuer;

import io.latchkey.local.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real Kafka and a fresh key folder for the service under test. */
public class IssuerServers implements QuarkusTestResourceLifecycleManager {

    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("issuer");
            kafka = LocalKafka.start(folder.resolve("kafka"));
            return Map.of(
                    "kafka.bootstrap.servers",
                    kafka.bootstrapServers(),
                    "latchkey.key-store.path",
                    folder.resolve("keys/token-issuer.p12").toString(),
                    "latchkey.key-store.password",
                    "for-tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
