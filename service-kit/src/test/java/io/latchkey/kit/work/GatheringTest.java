package io.latchkey.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final List<List<Integer>> batches = new ArrayList<>();
    private final List<UniEmitter<? super List<String>>> underWay = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private final Gathering<Integer, String> gathering = new Gathering<>(3, Duration.ZERO, batch -> {
        batches.add(batch);
        return Uni.createFrom().emitter(underWay::add);
    });

    @Test
    void answersTheFirstAtOnceAndThenAllThatWasAskedMeanwhileTogether() {
        List.of(1, 2, 3).forEach(this::ask);
        assertThat(batches).containsExactly(List.of(1));

        answer(0);

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
        answer(1);
        assertThat(answers).containsExactly("<1>", "<2>", "<3>");
    }

    @Test
    void holdsNoMoreThanTheLargestBatch() {
        List.of(1, 2, 3, 4, 5).forEach(this::ask);
        answer(0);
        answer(1);

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
    }

    @Test
    void failsWhoAskedInABatchThatFailedAndGoesOn() {
        List.of(1, 2).forEach(this::ask);

        underWay.get(0).fail(new IllegalStateException("away"));
        answer(1);

        assertThat(failures).containsExactly("away");
        assertThat(answers).containsExactly("<2>");
    }

    @Test
    void failsWhoAskedIfThereAreMoreOrFewerAnswersThanQuestions() {
        ask(1);

        underWay.get(0).complete(List.of());

        assertThat(failures).containsExactly("1 questions had 0 answers");
    }

    @Test
    void leavesOutWhoGaveUpWhileAnotherBatchWasUnderWay() {
        ask(1);
        Cancellable second = ask(2);
        Cancellable third = ask(3);
        ask(4);
        third.cancel();
        second.cancel();

        answer(0);
        answer(1);

        assertThat(batches).containsExactly(List.of(1), List.of(4));
        assertThat(answers).containsExactly("<1>", "<4>");
    }

    @Test
    void isReadyForTheNextQuestionWhenAllWhoWaitedGaveUp() {
        ask(1);
        ask(2).cancel();

        answer(0);
        assertThat(batches).containsExactly(List.of(1));
        ask(3);
        answer(1);

        assertThat(answers).containsExactly("<1>", "<3>");
    }

    @Test
    void givesNoAnswerToWhoGaveUpInTheBatchUnderWay() {
        ask(1).cancel();
        ask(2);

        answer(0);
        answer(1);

        assertThat(answers).containsExactly("<2>");
    }

    @Test
    void isReadyForTheNextQuestionWhenAllAreAnswered() {
        ask(1);
        answer(0);
        ask(2);
        answer(1);

        assertThat(answers).containsExactly("<1>", "<2>");
    }

    @Test
    void answersEachOfManyThreadsOnce() throws InterruptedException {
        int threads = 8;
        int each = 2_000;
        AtomicInteger atOnce = new AtomicInteger();
        ConcurrentHashMap<Integer, Integer> answered = new ConcurrentHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                ExecutorService database = Executors.newFixedThreadPool(2)) {
            Gathering<Integer, Integer> doubled = new Gathering<>(50, Duration.ZERO, batch -> Uni.createFrom()
                    .item(() -> {
                        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
                        List<Integer> found = batch.stream().map(one -> 2 * one).toList();
                        atOnce.decrementAndGet();
                        return found;
                    })
                    .runSubscriptionOn(database));
            CountDownLatch open = new CountDownLatch(threads * each);
            for (int thread = 0; thread < threads; thread++) {
                int first = thread * each;
                workers.execute(() -> {
                    for (int i = first; i < first + each; i++) {
                        int question = i;
                        doubled.ask(question).subscribe().with(answer -> {
                            answered.put(question, answer);
                            open.countDown();
                        });
                    }
                });
            }
            assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(answered).hasSize(threads * each).allSatisfy((question, answer) -> assertThat(answer)
                .isEqualTo(2 * question));
    }

    private Cancellable ask(int question) {
        return gathering.ask(question).subscribe().with(answers::add, failure -> failures.add(failure.getMessage()));
    }

    private void answer(int batch) {
        underWay.get(batch)
                .complete(
                        batches.get(batch).stream().map(one -> "<" + one + ">").toList());
    }
}
