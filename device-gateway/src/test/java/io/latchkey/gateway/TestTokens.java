package io.latchkey.gateway;

import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceToken;
import io.latchkey.events.LoanId;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Publishes what token-issuer would; the gateway carries any text. */
record TestTokens(EventPublisher publisher) {

    private static final LoanId LOAN = new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    void publish(String deviceId, long revision, String jws) {
        Instant now = Instant.now();
        EventMeta meta =
                new EventMeta(deviceId + ":" + revision + ":token", now, now, Optional.empty(), TraceParent.root());
        publisher
                .publish(List.of(new OutgoingEvent(
                        new DeviceToken(new DeviceId(deviceId), LOAN, List.of(1), revision, jws), meta)))
                .await()
                .indefinitely();
    }
}
