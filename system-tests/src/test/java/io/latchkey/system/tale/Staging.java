package io.latchkey.system.tale;

import io.latchkey.system.client.BusinessClockClient;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.oracle.Oracle;
import io.latchkey.system.tale.Tale.Chapter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** A tale on a stack. Between two chapters everything comes to rest, and the oracle is asked. */
public final class Staging implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final BusinessClockClient clock;
    private final Oracle oracle;
    private final SupportDesk support;
    private final List<Performer> performers;
    private final ExecutorService actors = Executors.newFixedThreadPool(AT_ONCE);
    private volatile Duration offset;

    /**
     * A tale that has not begun.
     *
     * @param tale the tale
     * @param stack a stack that knows the tale's partners
     * @param bootstrapServers its Kafka
     */
    public Staging(Tale tale, RunningStack stack, String bootstrapServers) {
        this.clock = new BusinessClockClient(stack);
        this.oracle = new Oracle(stack, bootstrapServers);
        this.support = new SupportDesk(bootstrapServers);
        this.offset = Duration.between(Instant.now(), clock.now());
        this.performers = tale.buyers().stream()
                .map(buyer -> new Performer(buyer, stack, support, oracle, this::now))
                .toList();
    }

    private Instant now() {
        return Instant.now().plus(offset);
    }

    /** Lets the time come in which a chapter plays. */
    public void walkTo(Chapter chapter) {
        walk(chapter.at());
    }

    private void walk(Instant then) {
        Patience.untilDone(() -> {
            if (clock.now().isBefore(then)) {
                clock.walkTo(then);
            }
            return then;
        });
        offset = Duration.between(Instant.now(), clock.now());
    }

    /** Does everything that a chapter tells, as often as it takes; returns when all of it is accepted. */
    public void play(Chapter chapter) {
        List<Future<?>> all = new ArrayList<>();
        chapter.deeds()
                .forEach((buyer, deeds) ->
                        all.add(actors.submit(() -> performers.get(buyer).does(deeds))));
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a deed could not be done", e.getCause());
            }
        }
    }

    /**
     * Waits until everything stands as it must.
     *
     * @return what does not, when patience is over; nothing if all is well
     */
    public List<String> differencesAtRest() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        walk(now().plusSeconds(1));
        List<String> differences = differences();
        while (!differences.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            differences = differences();
        }
        return differences;
    }

    /** What does not stand as it must at this moment. */
    public List<String> differences() {
        return oracle.differences(now());
    }

    @Override
    public void close() {
        actors.shutdownNow();
        support.close();
        oracle.close();
    }
}
