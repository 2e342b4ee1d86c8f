package io.latchkey.system.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.system.client.WebhookSignature;
import io.latchkey.system.story.Borrower;
import java.time.Instant;
import java.util.UUID;

/** Words and signs the webhooks of payments. */
record Payments(String secret) {

    /** Each payment's, in minor units: the least that changes the screen. */
    static final long AMOUNT = 1;

    /**
     * A signed webhook.
     *
     * @param id the delivery's; the same one again is a retry
     */
    record Webhook(String id, String json) {

        byte[] body() {
            return json.getBytes(UTF_8);
        }
    }

    static Webhook of(Handset handset, long amount, Instant paidAt) {
        String body = "{\"type\":\"payment.received\",\"timestamp\":\"" + paidAt + "\",\"data\":{\"accountNumber\":\""
                + handset.accountNumber() + "\",\"paymentId\":\"FT" + UUID.randomUUID() + "\",\"amount\":" + amount
                + ",\"currency\":\"" + Borrower.CURRENCY + "\",\"paidAt\":\"" + paidAt + "\"}}";
        return new Webhook(UUID.randomUUID().toString(), body);
    }

    String sign(Webhook webhook, long second) {
        return WebhookSignature.of(secret, webhook.id(), second, webhook.body());
    }

    @Override
    public String toString() {
        return "Payments";
    }
}
