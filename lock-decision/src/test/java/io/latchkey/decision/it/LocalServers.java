package io.latchkey.decision.it;

import io.latchkey.local.LocalKafka;
import io.latchkey.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka and PostgreSQL for the service under test, each a process of its own. */
public class LocalServers implements QuarkusTestResourceLifecycleManager {

    static final String OPERATOR_TOKEN = "the-operators-own";

    private LocalKafka kafka;
    private LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        Path folder = temporaryFolder();
        kafka = LocalKafka.start(folder.resolve("kafka"));
        postgres = LocalPostgres.start(folder.resolve("postgres"));
        beforeTheService(kafka, postgres);
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("lock_decision"));
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl("lock_decision"));
        settings.put("quarkus.datasource.password", postgres.password());
        settings.put("quarkus.devservices.enabled", "false");
        settings.put("quarkus.http.test-port", "0");
        settings.put("latchkey.local-clock", "true");
        settings.put("latchkey.operator-token", OPERATOR_TOKEN);
        return settings;
    }

    /** For tests that begin on an old state. */
    void beforeTheService(LocalKafka broker, LocalPostgres database) {}

    @Override
    public void stop() {
        postgres.close();
        kafka.close();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lock-decision-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
