package io.latchkey.system.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A partner that sends signed webhooks. */
public final class PartnerClient {

    private final URI endpoint;
    private final String secret;

    /**
     * A partner of a stack.
     *
     * @param stack the stack
     */
    public PartnerClient(RunningStack stack) {
        endpoint = stack.ingest().resolve("/v1/partners/" + stack.partnerId() + "/events");
        secret = stack.webhookSecret();
    }

    /**
     * Sends an event once.
     *
     * @param type for example {@code payment.received}
     * @param timestamp business time
     * @param data the event's data
     * @return when its first byte left, and the answer
     */
    public Sent send(String type, Instant timestamp, Map<String, ?> data) {
        return send(UUID.randomUUID().toString(), body(type, timestamp, data));
    }

    /**
     * Sends raw bytes, well signed.
     *
     * @param webhookId the delivery's id; the same one again is a retry
     * @param body anything
     * @return when its first byte left, and the answer
     */
    public Sent send(String webhookId, byte[] body) {
        long timestamp = Instant.now().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("content-type", "application/json")
                .header("webhook-id", webhookId)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", WebhookSignature.of(secret, webhookId, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Instant firstByteAt = Instant.now();
        return new Sent(firstByteAt, Http.send(request));
    }

    /**
     * An event's body.
     *
     * @param type for example {@code payment.received}
     * @param timestamp business time
     * @param data the event's data
     * @return UTF-8 JSON
     */
    public static byte[] body(String type, Instant timestamp, Map<String, ?> data) {
        try {
            return Http.JSON.writeValueAsBytes(Map.of("type", type, "timestamp", timestamp.toString(), "data", data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of " + type + " is not JSON", e);
        }
    }

    /**
     * A request that was sent.
     *
     * @param firstByteAt just before it was sent, on the system clock
     * @param answer what came back
     */
    public record Sent(Instant firstByteAt, Answer answer) {}
}
