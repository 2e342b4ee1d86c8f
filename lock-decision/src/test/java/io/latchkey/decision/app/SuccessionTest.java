package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanDecision.LoanWaiting;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {

    private final Succession succession = new Succession();

    @Test
    void numbersThatFollowEachOtherAreInOrder() {
        assertThat(succession.isBroken(List.of(decision(1, 7), decision(2, 1), decision(1, 8))))
                .isFalse();
        assertThat(succession.isBroken(List.of(decision(1, 9), decision(2, 2)))).isFalse();
    }

    @Test
    void aWordBeforeTheOneThatItFollowsBreaksTheOrderAndTheLateOneDoesNot() {
        succession.isBroken(List.of(decision(1, 1)));

        assertThat(succession.isBroken(List.of(decision(2, 5), decision(1, 3)))).isTrue();
        assertThat(succession.isBroken(List.of(decision(1, 2)))).isFalse();
        assertThat(succession.isBroken(List.of(decision(1, 4)))).isFalse();
    }

    private static OutgoingEvent decision(int loan, long number) {
        LoanWaiting decision =
                new LoanWaiting(Scene.loan(loan), Scene.SANDBOX, number, Instant.EPOCH, "policy-not-read-yet");
        return new OutgoingEvent(
                decision,
                new EventMeta(loan + ":" + number, Instant.EPOCH, Instant.EPOCH, Optional.empty(), TraceParent.root()));
    }
}
