package io.latchkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.system.client.Answer;
import io.latchkey.system.client.PartnerClient;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One webhook that its sender may send again and again: the same bytes under the same webhook-id.
 *
 * @param partner who sends it
 * @param webhookId its id
 * @param body JSON
 */
record Delivery(PartnerClient partner, String webhookId, String body) {

    static Delivery of(PartnerClient partner, byte[] body) {
        return new Delivery(partner, UUID.randomUUID().toString(), new String(body, UTF_8));
    }

    /** The same fact, as another system of the partner would send it. */
    Delivery underAnotherId() {
        return new Delivery(partner, UUID.randomUUID().toString(), body);
    }

    Answer send() {
        return partner.send(webhookId, body.getBytes(UTF_8)).answer();
    }

    /** Sends it without waiting; fails if the connection breaks before the answer. */
    CompletableFuture<Answer> sendAside() {
        return CompletableFuture.supplyAsync(this::send);
    }
}
