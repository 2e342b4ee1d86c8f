package io.latchkey.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.local.process.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as a process of its own. Kafka is away, which must hold up nothing here. */
@Tag("long")
class RestartIT {

    private final int port = FreePorts.any();

    @TempDir
    private Path folder;

    @Test
    void aRestartedServiceHasTheSameKeyAndAWrongPasswordStopsIt() throws Exception {
        String first = keySetOfARun();

        assertThat(keySetOfARun()).isEqualTo(first);

        Process refused = start("guess");
        assertThat(refused.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("log"))).contains("the password", "is wrong");
    }

    private String keySetOfARun() throws Exception {
        Process service = start("secret");
        try {
            return await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(this::keySet, set -> true);
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    private String keySet() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/.well-known/jwks.json"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private Process start(String password) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        command.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        command.environment().put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + FreePorts.any());
        command.environment().put("LATCHKEY_DATA", folder.toString());
        command.environment().put("LATCHKEY_TOKEN_KEYSTORE_PASSWORD", password);
        return command.start();
    }
}
