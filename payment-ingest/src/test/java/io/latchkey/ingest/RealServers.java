package io.latchkey.ingest;

import io.latchkey.local.LocalKafka;
import io.latchkey.local.LocalPostgres;
import io.latchkey.local.LocalTopics;
import io.latchkey.local.process.Ending;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A real Kafka and a real PostgreSQL, which a test can stop and start. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private Path folder;
    private LocalKafka kafka;
    private LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        folder = newFolder();
        kafka = LocalKafka.start(folder.resolve("kafka"));
        postgres = LocalPostgres.start(folder.resolve("postgres"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "quarkus.datasource.reactive.url",
                postgres.reactiveUrl("payment_ingest"),
                "quarkus.datasource.password",
                postgres.password(),
                "quarkus.http.test-port",
                "0",
                "latchkey.partners-file",
                "src/test/resources/partners.json",
                "latchkey.loan-key",
                KEY,
                "latchkey.device-keys",
                "1:" + KEY,
                "latchkey.contact-keys",
                "1:" + KEY,
                "latchkey.operator-token",
                OperatorCall.TOKEN,
                "WEBHOOK_SECRET",
                SignedPost.SECRET));
        settings.put("latchkey.upload-within", "3s");
        settings.put("latchkey.vault-keys", "1:" + KEY);
        return settings;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "servers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name: the test is loaded by another class loader, so only types of the JDK can be handed over. */
    @Override
    public void inject(TestInjector injector) {
        Runnable stopKafka = () -> kafka.close();
        Runnable startKafka = () -> kafka = LocalKafka.start(folder.resolve("kafka"), kafka.port(), LocalTopics.all());
        Runnable stopPostgres = () -> postgres.close();
        Runnable startPostgres = () -> postgres = LocalPostgres.start(folder.resolve("postgres"), postgres.port());
        Runnable freezePostgres = () -> signalPostgres("STOP");
        Runnable thawPostgres = () -> signalPostgres("CONT");
        injector.injectIntoFields(stopKafka, field -> field.getName().equals("stopKafka"));
        injector.injectIntoFields(startKafka, field -> field.getName().equals("startKafka"));
        injector.injectIntoFields(stopPostgres, field -> field.getName().equals("stopPostgres"));
        injector.injectIntoFields(startPostgres, field -> field.getName().equals("startPostgres"));
        injector.injectIntoFields(freezePostgres, field -> field.getName().equals("freezePostgres"));
        injector.injectIntoFields(thawPostgres, field -> field.getName().equals("thawPostgres"));
    }

    /** Every connection has a process of its own; the first of all comes first, so that it starts no more. */
    private void signalPostgres(String signal) {
        ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
        Stream.concat(Stream.of(server), server.descendants()).forEach(process -> Ending.signal(process, signal));
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
