package io.latchkey.decision.app;

import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Looks at the brakes of the partitions that this instance owns, and announces each change once. Loans that wait for a
 * brake get their turn by what is kept here; whether they may take anything is asked again in that turn.
 */
@ApplicationScoped
class WatchFeeds {

    private static final int LOOKS = 5;

    private final Loans loans;
    private final Ownership ownership;
    private final SystemClock systemClock;
    private final Aftermath aftermath;
    private final Chronicle chronicle;

    WatchFeeds(Loans loans, Ownership ownership, SystemClock systemClock, Aftermath aftermath, Chronicle chronicle) {
        this.loans = loans;
        this.ownership = ownership;
        this.systemClock = systemClock;
        this.aftermath = aftermath;
        this.chronicle = chronicle;
    }

    /** Completes when every change is kept and on its way. */
    Uni<Void> look(Instant now) {
        if (ownership.partitions().isEmpty()) {
            chronicle.brakesOn(0);
            return Uni.createFrom().voidItem();
        }
        Instant seenAt = systemClock.now();
        return Uni.createFrom()
                .deferred(() -> loans.inTransaction(transaction ->
                        transaction.brakes(now).chain(brakes -> keepChanges(transaction, brakes, now, seenAt))))
                .onFailure(BrakeOvertakenException.class)
                .retry()
                .atMost(LOOKS)
                .invoke(aftermath::of)
                .replaceWithVoid();
    }

    private Uni<Commitment> keepChanges(
            Loans.Transaction transaction, List<WatchedBrake> before, Instant now, Instant seenAt) {
        List<WatchedBrake> then = before.stream().map(brake -> brake.at(now)).toList();
        chronicle.brakesOn(then.stream().filter(WatchedBrake::isOn).count());
        List<WatchedBrake> changed =
                then.stream().filter(brake -> !before.contains(brake)).toList();
        List<OutgoingEvent> words = changed.stream()
                .map(brake -> FleetWords.changed(brake, now, seenAt))
                .toList();
        return changed.isEmpty() ? Uni.createFrom().item(Commitment.NONE) : transaction.keepBrakes(changed, words);
    }
}
