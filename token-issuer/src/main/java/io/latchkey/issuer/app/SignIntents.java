package io.latchkey.issuer.app;

import io.latchkey.events.DeviceToken;
import io.latchkey.events.LockIntent;
import io.latchkey.issuer.domain.TokenClaims;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Signs a batch of intents and publishes the tokens; keeps nothing, so the same batch may come again. */
@ApplicationScoped
public class SignIntents {

    private static final Logger LOG = Logger.getLogger(SignIntents.class);

    private final TokenSigner signer;
    private final DeviceTokens deviceTokens;
    private final SystemClock clock;
    private final Counter signed;
    private final Timer hop;

    /**
     * Wires the use case.
     *
     * @param signer makes claims a token
     * @param deviceTokens where the tokens go
     * @param clock measures the hop
     * @param metrics counts the tokens
     */
    public SignIntents(TokenSigner signer, DeviceTokens deviceTokens, SystemClock clock, MeterRegistry metrics) {
        this.signer = signer;
        this.deviceTokens = deviceTokens;
        this.clock = clock;
        this.signed = metrics.counter("latchkey.tokens.signed");
        this.hop = metrics.timer("latchkey.hop", "hop", "intent-to-token");
    }

    /**
     * Signs every intent of a batch.
     *
     * @param batch intents in the order of their topic
     * @return completes when every token is safe, with the intents that no token can carry
     */
    public Uni<List<Unsignable>> on(List<IntentReceived> batch) {
        List<OutgoingEvent> tokens = new ArrayList<>();
        List<IntentReceived> done = new ArrayList<>();
        List<Unsignable> unsignable = new ArrayList<>();
        Instant seen = clock.now();
        for (IntentReceived received : batch) {
            try {
                tokens.add(token(received, seen));
                done.add(received);
            } catch (IllegalArgumentException e) {
                unsignable.add(new Unsignable(received.origin(), String.valueOf(e.getMessage())));
            }
        }
        return deviceTokens.publish(tokens).invoke(() -> record(done)).replaceWith(unsignable);
    }

    private OutgoingEvent token(IntentReceived received, Instant seen) {
        LockIntent intent = received.intent();
        TokenClaims claims = TokenClaims.from(intent).shortened(signer::fits);
        DeviceToken token = new DeviceToken(
                intent.deviceId(), intent.loanId(), intent.enrollments(), intent.revision(), signer.sign(claims));
        EventMeta meta = new EventMeta(
                claims.id() + ":token",
                received.meta().time(),
                seen,
                Optional.of(received.meta().id()),
                TraceParent.childOf(received.meta().traceparent()));
        return new OutgoingEvent(token, meta);
    }

    private void record(List<IntentReceived> done) {
        Instant now = clock.now();
        for (IntentReceived received : done) {
            signed.increment();
            hop.record(Duration.between(received.meta().recordedTime(), now));
            LOG.debugf(
                    "Token signed eventId=%s deviceId=%s loanId=%s revision=%d",
                    received.meta().id(),
                    received.intent().deviceId(),
                    received.intent().loanId(),
                    received.intent().revision());
        }
    }
}
