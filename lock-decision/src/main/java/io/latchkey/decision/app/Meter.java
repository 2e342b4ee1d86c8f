package io.latchkey.decision.app;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds the clock while the queues behind this service are long, or while nobody knows how long they are: what frees has
 * to find them short. A loan whose turn is held stays due, and is judged anew when its turn comes.
 */
@ApplicationScoped
public class Meter {

    private final Backlog backlog;
    private final Pace pace;
    private final Chronicle chronicle;
    private final AtomicBoolean held = new AtomicBoolean();

    Meter(Backlog backlog, Pace pace, Chronicle chronicle) {
        this.backlog = backlog;
        this.pace = pace;
        this.chronicle = chronicle;
    }

    /** Tells whether a turn may be taken now; never fails. */
    Uni<Boolean> isOpen() {
        return backlog.records()
                .map(records -> records <= pace.longestQueue()
                        ? open(records)
                        : hold(records + " records wait behind us, over " + pace.longestQueue()))
                .onFailure()
                .recoverWithItem(failure -> hold("the queues behind us cannot be read: " + failure));
    }

    private boolean open(long records) {
        if (held.compareAndSet(true, false)) {
            chronicle.clockGoesOn(records);
        }
        return true;
    }

    private boolean hold(String why) {
        if (held.compareAndSet(false, true)) {
            chronicle.clockIsHeld(why);
        }
        return false;
    }
}
