package io.latchkey.issuer.app;

import static io.latchkey.issuer.Intents.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.DeviceToken;
import io.latchkey.events.LockIntent;
import io.latchkey.issuer.domain.TokenClaims;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.Origin;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignIntentsTest {

    private static final Instant DECIDED = Instant.parse("2027-03-16T21:00:00Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<OutgoingEvent> published = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final SignIntents signIntents = new SignIntents(
            new ReadableSigner(),
            tokens -> {
                published.addAll(tokens);
                return Uni.createFrom().voidItem();
            },
            new SystemClock(),
            metrics);

    @Test
    void everyIntentOfABatchBecomesATokenInItsOrder() {
        signIntents
                .on(List.of(
                        received(intent().revision(5).build(), 0),
                        received(intent().revision(4).build(), 1)))
                .await()
                .indefinitely();

        assertThat(published)
                .extracting(one -> ((DeviceToken) one.event()).revision())
                .containsExactly(5L, 4L);
        assertThat(metrics.counter("latchkey.tokens.signed").count()).isEqualTo(2);
    }

    @Test
    void aTokenNamesItsIntentAsItsCauseAndKeepsItsTrace() {
        LockIntent intent = intent().build();

        signIntents.on(List.of(received(intent, 0))).await().indefinitely();

        EventMeta meta = published.get(0).meta();
        assertThat(meta.id()).isEqualTo(intent.deviceId() + ":4:token");
        assertThat(meta.causationId()).contains("intent-0");
        assertThat(meta.time()).isEqualTo(DECIDED);
        assertThat(meta.traceparent()).contains("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void anIntentThatNoTokenCanCarryIsNamedAndTheRestGoesOn() {
        IntentReceived tooLong = received(intent().reason("endless").build(), 7);

        List<Unsignable> unsignable = signIntents
                .on(List.of(tooLong, received(intent().build(), 8)))
                .await()
                .indefinitely();

        assertThat(unsignable).extracting(Unsignable::origin).containsExactly(tooLong.origin());
        assertThat(published).hasSize(1);
        assertThat(metrics.counter("latchkey.tokens.signed").count()).isEqualTo(1);
    }

    private static IntentReceived received(LockIntent intent, long offset) {
        EventMeta meta = new EventMeta("intent-" + offset, DECIDED, Instant.now(), Optional.empty(), TRACE);
        return new IntentReceived(intent, meta, new Origin("lock-intents", 0, offset));
    }

    private static final class ReadableSigner implements TokenSigner {

        @Override
        public boolean fits(TokenClaims claims) {
            return !claims.reason().equals("endless");
        }

        @Override
        public String sign(TokenClaims claims) {
            return "signed " + claims.id();
        }
    }
}
