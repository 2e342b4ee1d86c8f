package io.latchkey.decision.timer;

import io.latchkey.decision.app.JudgeDue;
import io.latchkey.decision.app.Relay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives due loans their turn. The pace is the meter of all escalations: a full portion is followed by the next one only
 * when the rate allows it, so that what frees finds every queue behind this service short.
 */
@ApplicationScoped
class DeadlineTimer {

    private static final Logger LOG = Logger.getLogger(DeadlineTimer.class);
    private static final int LOANS_PER_SECOND = 100;
    private static final Duration PACE =
            Duration.ofSeconds(1).multipliedBy(JudgeDue.PORTION).dividedBy(LOANS_PER_SECOND);
    private static final Duration IDLE = Duration.ofMillis(250);

    private final Vertx vertx;
    private final JudgeDue judgeDue;
    private final Relay relay;
    private volatile boolean stopped;

    DeadlineTimer(Vertx vertx, JudgeDue judgeDue, Relay relay) {
        this.vertx = vertx;
        this.judgeDue = judgeDue;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        relay.wake();
        next(IDLE);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void next(Duration pause) {
        if (!stopped) {
            vertx.setTimer(Math.max(1, pause.toMillis()), ignored -> turn());
        }
    }

    private void turn() {
        long began = System.nanoTime();
        judgeDue.turn().subscribe().with(judged -> next(pauseAfter(judged, began)), failure -> {
            LOG.warnf("A turn of the clock failed and is tried again cause=%s", failure.toString());
            next(IDLE);
        });
    }

    private static Duration pauseAfter(int judged, long began) {
        return judged < JudgeDue.PORTION ? IDLE : PACE.minusNanos(System.nanoTime() - began);
    }
}
