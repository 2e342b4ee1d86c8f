package io.latchkey.decision.app;

import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One instance of the service, over a database and a Kafka that others may use too. */
final class Instance {

    static final Pace PACE = new Pace(50, 100, 200);

    final Ownership ownership;
    final RecordingChronicle chronicle = new RecordingChronicle();
    final Relay relay;
    final DecideBatch decideBatch;
    final HearHandsets hearHandsets;
    final JudgeDue judgeDue;
    final AtomicReference<Uni<Long>> backlog =
            new AtomicReference<>(Uni.createFrom().item(0L));

    Instance(String name, MemoryDatabase database, Publisher kafka, BusinessClock clock, Integer... partitions) {
        ownership = new Ownership(name);
        ownership.take(Set.of(partitions));
        MemoryLoans loans = new MemoryLoans(database, ownership);
        relay = new Relay(loans, kafka, ownership, Duration.ZERO);
        Aftermath aftermath = new Aftermath(relay, chronicle);
        decideBatch = new DecideBatch(loans, clock, aftermath);
        hearHandsets = new HearHandsets(loans, decideBatch);
        judgeDue = new JudgeDue(
                loans,
                new WatchFeeds(loans, ownership, new SystemClock(), aftermath, chronicle),
                () -> Uni.createFrom().voidItem(),
                new Meter(() -> Uni.createFrom().deferred(backlog::get), PACE, chronicle),
                PACE,
                clock,
                new SystemClock(),
                aftermath,
                chronicle);
        relay.catchUpSoon();
    }

    /** Takes over partitions, as after a rebalance. */
    void take(Integer... partitions) {
        ownership.take(Set.of(partitions));
        relay.catchUpSoon();
    }

    int turn() {
        return judgeDue.turn().await().indefinitely();
    }

    void sweep() {
        relay.sweep().await().indefinitely();
    }
}
