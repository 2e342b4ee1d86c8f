package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes what was committed, one portion at a time and in order. Usually it is handed over in memory right after the
 * commit. After a start, and after a failed send, it reads the outbox first until nothing older is left there, so that
 * nothing newer overtakes.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int PORTION = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Outbox outbox;
    private final Publisher publisher;
    private final Queue<OutgoingEvent> fresh = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean behind = true;

    Relay(Outbox outbox, Publisher publisher) {
        this.outbox = outbox;
        this.publisher = publisher;
    }

    /**
     * Takes over what was just committed.
     *
     * @param committed events that stand in the outbox
     */
    public void handOver(List<OutgoingEvent> committed) {
        fresh.addAll(committed);
        wake();
    }

    /** Works off what is there; to be called once at the start, for what a crash left. */
    public void wake() {
        if (calls.getAndIncrement() == 0) {
            work();
        }
    }

    private void work() {
        int answered = calls.get();
        Uni.createFrom()
                .deferred(() -> behind ? catchUp() : publishFresh())
                .subscribe()
                .with(more -> proceed(more, answered), this::pause);
    }

    private void proceed(boolean more, int answered) {
        if (more || calls.addAndGet(-answered) > 0) {
            work();
        }
    }

    private void pause(Throwable failure) {
        LOG.warnf("Publication failed and is tried again cause=%s", failure.toString());
        behind = true;
        Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).subscribe().with(ignored -> work());
    }

    /**
     * Forgets what was handed over before it looks: all of that was committed, so the outbox shows it. When the outbox
     * is empty, what was handed over since the look is all there is.
     */
    private Uni<Boolean> catchUp() {
        fresh.clear();
        return outbox.oldest(PORTION).chain(oldest -> {
            if (oldest.isEmpty()) {
                behind = false;
                return Uni.createFrom().item(true);
            }
            return publishAndForget(oldest).replaceWith(true);
        });
    }

    private Uni<Boolean> publishFresh() {
        List<OutgoingEvent> portion = new ArrayList<>();
        while (portion.size() < PORTION && !fresh.isEmpty()) {
            portion.add(fresh.remove());
        }
        return portion.isEmpty()
                ? Uni.createFrom().item(false)
                : publishAndForget(portion).replaceWith(true);
    }

    private Uni<Void> publishAndForget(List<OutgoingEvent> portion) {
        return publisher
                .publish(portion)
                .chain(() -> outbox.remove(
                        portion.stream().map(event -> event.meta().id()).toList()));
    }

    /**
     * Waits until everything committed so far is published.
     *
     * @return completes then
     */
    public Uni<Void> drained() {
        return outbox.oldest(1)
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(2))
                .repeat()
                .until(List::isEmpty)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
