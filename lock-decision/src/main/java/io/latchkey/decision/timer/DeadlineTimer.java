package io.latchkey.decision.timer;

import io.latchkey.decision.app.JudgeDue;
import io.latchkey.decision.app.Pace;
import io.latchkey.decision.app.Relay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gives due loans their turn. The pace is the meter of all escalations: after a turn the next one waits for as long as the
 * rate gives its loans, so that what frees finds every queue behind this service short. Beside it, and never behind it,
 * the relay looks for what other instances left it to publish.
 */
@ApplicationScoped
class DeadlineTimer {

    private static final Logger LOG = Logger.getLogger(DeadlineTimer.class);
    private static final Duration IDLE = Duration.ofMillis(250);

    private final Vertx vertx;
    private final JudgeDue judgeDue;
    private final Pace pace;
    private final Relay relay;
    private volatile boolean stopped;

    DeadlineTimer(Vertx vertx, JudgeDue judgeDue, Pace pace, Relay relay) {
        this.vertx = vertx;
        this.judgeDue = judgeDue;
        this.pace = pace;
        this.relay = relay;
    }

    void start(@Observes StartupEvent event) {
        repeat("A turn of the clock", judgeDue::turn, this::pauseAfter, IDLE);
        repeat("A sweep of the outbox", relay::sweep, swept -> IDLE, IDLE);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private <T> void repeat(String what, Supplier<Uni<T>> work, Function<T, Duration> pauseAfter, Duration pause) {
        if (stopped) {
            return;
        }
        vertx.setTimer(pause.toMillis(), ignored -> work.get()
                .subscribe()
                .with(done -> repeat(what, work, pauseAfter, pauseAfter.apply(done)), failure -> {
                    LOG.warnf("%s failed and is tried again cause=%s", what, failure.toString());
                    repeat(what, work, pauseAfter, IDLE);
                }));
    }

    /** After loans as long as the pace gives them, so that portions can be small; after none until it is worth a look. */
    private Duration pauseAfter(int judged) {
        return judged == 0 ? IDLE : pace.timeFor(judged);
    }
}
