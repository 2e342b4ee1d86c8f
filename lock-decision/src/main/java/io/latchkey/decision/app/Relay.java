package io.latchkey.decision.app;

import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.work.Gathering;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes what was committed in the partitions that this instance owns, one portion at a time and in order. Usually it
 * is handed over in memory right after the commit. Whenever something older may lie in the outbox it reads that first,
 * until it has seen all that was there, so that nothing newer overtakes: after an assignment, after a failed send, after a
 * commit on rows that another instance wrote last, when words come before those that they follow, and when a sweep finds
 * what another instance wrote.
 *
 * <p>What was committed here in a partition that is not ours stays in the outbox for its owner. A former owner that does
 * not know yet may repeat what it has in memory; every reader takes the greatest revision.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int PORTION = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_FORGOTTEN_AT_ONCE = 100;
    private static final Duration BETWEEN_FORGETTING = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final Outbox outbox;
    private final Publisher publisher;
    private final Ownership ownership;
    private final Queue<Word> fresh = new ConcurrentLinkedQueue<>();
    private final Succession succession = new Succession();
    private final AtomicInteger calls = new AtomicInteger();
    private final Gathering<List<OutgoingEvent>, Boolean> forgetting;
    private volatile boolean behind = true;
    private volatile boolean forgetsLater;

    @Inject
    Relay(Outbox outbox, Publisher publisher, Ownership ownership) {
        this(outbox, publisher, ownership, BETWEEN_FORGETTING);
    }

    Relay(Outbox outbox, Publisher publisher, Ownership ownership, Duration betweenForgetting) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.ownership = ownership;
        this.forgetting = new Gathering<>(MOST_FORGOTTEN_AT_ONCE, betweenForgetting, portions -> forget(
                        portions.stream().flatMap(List::stream).toList())
                .replaceWith(Collections.nCopies(portions.size(), true)));
    }

    /**
     * Takes over what was just committed.
     *
     * @param committed events that stand in the outbox
     */
    public void handOver(Commitment committed) {
        if (committed.words().isEmpty()) {
            return;
        }
        fresh.addAll(committed.words());
        // Two commits on one loan may be handed over the other way round: the outbox has them in order.
        if (succession.isBroken(committed.events()) || committed.afterOthers()) {
            behind = true;
        }
        wake();
    }

    /** Publishes all that waits in our partitions; to be called when partitions were assigned. */
    public void catchUpSoon() {
        behind = true;
        wake();
    }

    /**
     * Looks for what others left in our partitions, and publishes it.
     *
     * @return completes when it was looked for
     */
    public Uni<Void> sweep() {
        return outbox.holdsWordsOfOthers()
                .invoke(found -> {
                    if (found) {
                        catchUpSoon();
                    }
                })
                .replaceWithVoid();
    }

    private void wake() {
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
     * Forgets what was handed over before it looks: all of that was committed, so the outbox shows it. If it shows all that
     * waits, what was handed over since and is not in it was committed later, and goes on from memory: otherwise whoever
     * is behind under load would stay behind for as long as the load lasts.
     */
    private Uni<Boolean> catchUp() {
        behind = false;
        fresh.clear();
        return allForgotten().chain(() -> outbox.oldest(PORTION)).chain(waiting -> {
            if (!waiting.isAll()) {
                behind = true;
            }
            List<OutgoingEvent> oldest = waiting.events();
            return oldest.isEmpty()
                    ? Uni.createFrom().item(true)
                    : publisher
                            .publish(oldest)
                            .chain(() -> forget(oldest))
                            .invoke(() -> passOver(oldest))
                            .replaceWith(true);
        });
    }

    private void passOver(List<OutgoingEvent> published) {
        Set<String> ids = published.stream().map(event -> event.meta().id()).collect(toSet());
        fresh.removeIf(word -> ids.contains(word.event().meta().id()));
    }

    /** What was published from memory and still stands in the outbox would be published once more. */
    private Uni<Void> allForgotten() {
        if (!forgetsLater) {
            return Uni.createFrom().voidItem();
        }
        forgetsLater = false;
        return forgetting.ask(List.of()).replaceWithVoid();
    }

    private Uni<Boolean> publishFresh() {
        List<OutgoingEvent> portion = new ArrayList<>();
        boolean more = false;
        for (Word next = fresh.poll(); next != null; next = portion.size() < PORTION ? fresh.poll() : null) {
            more = true;
            if (ownership.partitions().contains(next.partition())) {
                portion.add(next.event());
            }
        }
        return portion.isEmpty()
                ? Uni.createFrom().item(more)
                : publisher.publish(portion).invoke(() -> forgetLater(portion)).replaceWith(true);
    }

    /** Nobody waits for that: what is published next need not. */
    private void forgetLater(List<OutgoingEvent> portion) {
        forgetsLater = true;
        forgetting.ask(portion).subscribe().with(forgotten -> {}, this::stillThere);
    }

    private void stillThere(Throwable failure) {
        LOG.warnf("Published words still stand in the outbox, they may be repeated cause=%s", failure.toString());
        catchUpSoon();
    }

    private Uni<Void> forget(List<OutgoingEvent> portion) {
        List<String> ids = portion.stream().map(event -> event.meta().id()).toList();
        return ids.isEmpty() ? Uni.createFrom().voidItem() : outbox.remove(ids);
    }

    /**
     * Tells whether nothing is being published.
     *
     * @return true if no send is under way and none is due
     */
    public boolean isIdle() {
        return calls.get() == 0;
    }

    /**
     * Waits until everything committed so far is published, by whichever instance owns it.
     *
     * @return completes then
     */
    public Uni<Void> drained() {
        return outbox.isEmpty()
                .onItem()
                .delayIt()
                .by(LOOK_AGAIN)
                .repeat()
                .until(empty -> empty)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
