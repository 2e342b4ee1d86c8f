package io.latchkey.kit.work;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Lets many single questions share one answer's cost: one batch is under way at a time, and whatever is asked meanwhile
 * is the next. Where little is asked nothing waits; where much is asked batches grow by themselves.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Gathering<Q, A> {

    private final int largest;
    private final Duration rest;
    private final Function<List<Q>, Uni<List<A>>> answers;
    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    private record Asked<Q, A>(Q question, UniEmitter<? super A> answer, AtomicBoolean over) {}

    /**
     * For one kind of question.
     *
     * @param largest the most that one batch holds
     * @param rest how long after a batch the next one begins at the earliest; zero where somebody waits for the answer
     * @param answers answers a batch, in its order; if it fails, so does every question of the batch
     */
    public Gathering(int largest, Duration rest, Function<List<Q>, Uni<List<A>>> answers) {
        this.largest = largest;
        this.rest = rest;
        this.answers = answers;
    }

    /**
     * Asks.
     *
     * @param question in the order of the calls
     * @return the answer, on the caller's Vert.x context; who gives up waiting before the batch begins has not asked
     */
    public Uni<A> ask(Q question) {
        return CallersContext.awaits(Uni.createFrom().emitter(answer -> {
            AtomicBoolean over = new AtomicBoolean();
            answer.onTermination(() -> over.set(true));
            waiting.add(new Asked<>(question, answer, over));
            if (open.getAndIncrement() == 0) {
                answerSome();
            }
        }));
    }

    private void answerSome() {
        List<Asked<Q, A>> batch = new ArrayList<>();
        int taken = 0;
        for (Asked<Q, A> next = waiting.poll(); next != null; next = batch.size() < largest ? waiting.poll() : null) {
            taken++;
            if (!next.over().get()) {
                batch.add(next);
            }
        }
        answer(batch, taken);
    }

    private void answer(List<Asked<Q, A>> batch, int taken) {
        if (batch.isEmpty()) {
            goOn(taken);
            return;
        }
        Uni.createFrom()
                .deferred(
                        () -> answers.apply(batch.stream().map(Asked::question).toList()))
                .invoke(found -> demandOneEach(batch, found))
                .subscribe()
                .with(
                        found -> {
                            tell(batch, found);
                            goOn(taken);
                        },
                        failure -> {
                            fail(batch, failure);
                            goOn(taken);
                        });
    }

    private static <Q, A> void demandOneEach(List<Asked<Q, A>> batch, List<A> found) {
        if (found.size() != batch.size()) {
            throw new IllegalStateException(batch.size() + " questions had " + found.size() + " answers");
        }
    }

    private void tell(List<Asked<Q, A>> batch, List<A> found) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(found.get(i));
        }
    }

    private void fail(List<Asked<Q, A>> batch, Throwable failure) {
        batch.forEach(asked -> asked.answer().fail(failure));
    }

    private void goOn(int taken) {
        if (rest.isZero()) {
            goOnNow(taken);
        } else {
            Uni.createFrom().voidItem().onItem().delayIt().by(rest).subscribe().with(ignored -> goOnNow(taken));
        }
    }

    private void goOnNow(int taken) {
        if (open.addAndGet(-taken) > 0) {
            answerSome();
        }
    }
}
