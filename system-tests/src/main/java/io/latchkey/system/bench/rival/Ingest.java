package io.latchkey.system.bench.rival;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.system.client.WebhookSignature;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Checks a webhook's signature, publishes it, answers when Kafka has it. The floor awaits Kafka without a thread; the
 * plain way holds a worker thread for each request.
 */
final class Ingest {

    private static final int WORKERS = 64;
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;

    private final Settings settings;
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(WORKERS));
    private final KafkaProducer<String, byte[]> producer;
    private final ObjectMapper json = new ObjectMapper();

    Ingest(Settings settings) {
        this.settings = settings;
        this.producer = Links.producer(settings);
    }

    void run() {
        vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true).setHost("127.0.0.1"))
                .requestHandler(this::receive)
                .listen(Integer.parseInt(settings.get("BENCH_PORT")))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        settings.ready("ingest");
    }

    private void receive(HttpServerRequest request) {
        request.body()
                .compose(body -> settings.isFloor() ? floor(request, body.getBytes()) : plain(request, body.getBytes()))
                .onComplete(status -> request.response()
                        .setStatusCode(status.succeeded() ? status.result() : 503)
                        .end());
    }

    private Future<Integer> floor(HttpServerRequest request, byte[] body) {
        return account(request, body)
                .map(account ->
                        Future.fromCompletionStage(publish(account, body)).map(ACCEPTED))
                .orElseGet(() -> Future.succeededFuture(UNAUTHORIZED));
    }

    private Future<Integer> plain(HttpServerRequest request, byte[] body) {
        return vertx.executeBlocking(
                () -> account(request, body)
                        .map(account -> {
                            publish(account, body).join();
                            return ACCEPTED;
                        })
                        .orElse(UNAUTHORIZED),
                false);
    }

    private CompletableFuture<Void> publish(String account, byte[] body) {
        return Loops.send(producer, settings.topic("payments"), account, body);
    }

    /** The account number; nothing if the signature is wrong. */
    private Optional<String> account(HttpServerRequest request, byte[] body) {
        long timestamp = Long.parseLong(request.getHeader("webhook-timestamp"));
        String expected =
                WebhookSignature.of(settings.get("WEBHOOK_SECRET"), request.getHeader("webhook-id"), timestamp, body);
        if (!MessageDigest.isEqual(
                expected.getBytes(UTF_8), request.getHeader("webhook-signature").getBytes(UTF_8))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    json.readTree(body).path("data").path("accountNumber").asText());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
