package io.latchkey.system.tale;

import io.latchkey.system.client.Answer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Tries again, as whoever wants something does while things are broken. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Patience() {}

    /** Until it does not fail any more. */
    static <T> T untilDone(Callable<T> attempt) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return attempt.call();
            } catch (Exception e) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("not done within " + LONGEST, e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Until it is accepted, now or before; what cannot be accepted is a fault of the tale. */
    static Answer untilAccepted(Callable<Answer> attempt) {
        Answer answer = untilDone(() -> {
            Answer one = attempt.call();
            if (one.status() == 429 || one.status() >= 500 || isAboutTheClock(one)) {
                throw new IllegalStateException("answered " + one);
            }
            return one;
        });
        if (answer.status() != 200 && answer.status() != 202) {
            throw new IllegalStateException("refused: " + answer);
        }
        return answer;
    }

    /** A bank delivers again what is refused because one of two clocks is off. */
    private static boolean isAboutTheClock(Answer answer) {
        return answer.status() == 401 && answer.body().toString().contains("webhook-timestamp");
    }
}
