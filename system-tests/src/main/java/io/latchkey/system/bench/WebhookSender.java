package io.latchkey.system.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends webhooks from one event loop, over as many connections as are needed. What is not accepted is sent again, as
 * lenders do: it was promised to nobody yet, and its latency goes on.
 */
final class WebhookSender implements AutoCloseable {

    private static final int CONNECTIONS = 256;
    private static final long AGAIN_MILLIS = 250;
    private static final int ACCEPTED = 202;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions()
            .setMaxPoolSize(CONNECTIONS)
            .setKeepAlive(true)
            .setTcpNoDelay(true)
            .setConnectTimeout(5_000));
    private final RequestOptions target;
    private final Payments payments;
    private final AtomicLong refused = new AtomicLong();

    WebhookSender(URI webhook, Payments payments) {
        this.payments = payments;
        this.target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(webhook.getHost())
                .setPort(webhook.getPort())
                .setURI(webhook.getPath());
    }

    /** Sends until it is accepted; returns at once. */
    void send(Payments.Webhook webhook) {
        vertx.runOnContext(ignored -> attempt(webhook));
    }

    /** How often an answer was not that it is accepted. */
    long refused() {
        return refused.get();
    }

    private void attempt(Payments.Webhook webhook) {
        long second = Instant.now().getEpochSecond();
        client.request(target)
                .compose(request -> signed(request, webhook, second).send(Buffer.buffer(webhook.body())))
                .compose(response -> response.end().map(response.statusCode()))
                .onComplete(answer -> {
                    if (answer.failed() || answer.result() != ACCEPTED) {
                        refused.incrementAndGet();
                        vertx.setTimer(AGAIN_MILLIS, ignored -> attempt(webhook));
                    }
                });
    }

    private HttpClientRequest signed(HttpClientRequest request, Payments.Webhook webhook, long second) {
        return request.putHeader("content-type", "application/json")
                .putHeader("webhook-id", webhook.id())
                .putHeader("webhook-timestamp", Long.toString(second))
                .putHeader("webhook-signature", payments.sign(webhook, second));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
