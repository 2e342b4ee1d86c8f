package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanDecision.LoanWaiting;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EarlyDecisionsTest {

    private final EarlyDecisions early = new EarlyDecisions();

    @Test
    void whatStandsBeforeTheOneItFollowsIsTakenAfterIt() {
        assertThat(early.after(decision(1), 0)).containsExactly(decision(1));
        assertThat(early.after(decision(4), 1)).isEmpty();
        assertThat(early.after(decision(3), 1)).isEmpty();
        assertThat(early.after(decision(2), 1)).containsExactly(decision(2), decision(3), decision(4));
        assertThat(early.after(decision(3), 4)).isEmpty();
        assertThat(early.rest()).isEmpty();
    }

    @Test
    void whatFollowsAGapStandsInTheEnd() {
        early.after(decision(3), 1);
        early.after(decision(2 + 3), 1);

        assertThat(early.rest()).containsExactly(decision(3), decision(5));
    }

    private static LoanDecision decision(long number) {
        return new LoanWaiting(Scene.loan(1), Scene.SANDBOX, number, Instant.EPOCH, "policy-not-read-yet");
    }
}
