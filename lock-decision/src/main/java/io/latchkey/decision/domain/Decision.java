package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.DeviceId;
import io.latchkey.events.Position;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.util.List;
import java.util.Optional;

/** What was decided about a loan and why; there is one for every event, also for those that move nothing. */
public sealed interface Decision {

    /**
     * Counts the decisions of one loan, from 1.
     *
     * @return the number
     */
    long number();

    /**
     * Why it came out so.
     *
     * @return the reason
     */
    Reason reason();

    /**
     * A contract was judged.
     *
     * @param number counts the loan's decisions
     * @param reason why
     * @param from the stage before
     * @param to the stage now; the same if nothing moved
     * @param basis what it rests on
     */
    record Judged(long number, Reason reason, Stage from, Stage to, Basis basis) implements Decision {}

    /**
     * A step was reached and is not entered.
     *
     * @param number counts the loan's decisions
     * @param reason the first of what keeps it away
     * @param stage the stage, which stays
     * @param wanted the step that was reached
     * @param basis what it rests on
     */
    record Held(long number, Reason reason, Stage stage, Standing wanted, Basis basis) implements Decision {}

    /**
     * A loan cannot begin yet.
     *
     * @param number counts the loan's decisions
     * @param reason what it waits for
     */
    record Waits(long number, Reason reason) implements Decision {}

    /**
     * What was asked cannot be done at all.
     *
     * @param number counts the loan's decisions
     * @param reason why not
     */
    record Refused(long number, Reason reason) implements Decision {}

    /**
     * Money does not fit and waits until it does.
     *
     * @param number counts the loan's decisions
     * @param reason why it does not fit
     * @param payment the money
     */
    record Parked(long number, Reason reason, Payment payment) implements Decision {}

    /**
     * What a judgement rests on.
     *
     * @param deviceId the handset
     * @param clause the clause of the policy that holds now, or that of the law which forbids it; nothing if none does
     * @param position the amounts and days that were judged
     * @param revision the revision that the handset is told, or nothing if it need not hear of it
     * @param inputs all else that was weighed
     */
    record Basis(
            DeviceId deviceId,
            Optional<String> clause,
            Position position,
            Optional<Long> revision,
            Optional<Inputs> inputs) {}

    /**
     * What the stage was worked out from, beside the position: with it the same comes out again.
     *
     * @param policy the policy's version, for example {@code standard@1}
     * @param pack the law's version, for example {@code ZZ@1}
     * @param before the restrictions before
     * @param cause what the stage follows from
     * @param rungs the steps that would take more, and what kept each away, as far as the clock weighed them; and always
     *     a step to which somebody's word led
     */
    record Inputs(String policy, String pack, List<Restriction> before, Weighing.Cause cause, List<Rung> rungs) {

        /** Copies the lists. */
        public Inputs {
            before = List.copyOf(before);
            rungs = List.copyOf(rungs);
        }
    }
}
