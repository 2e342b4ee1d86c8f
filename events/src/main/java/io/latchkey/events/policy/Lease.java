package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.latchkey.events.Stage;
import java.time.Duration;

/**
 * An offline lease: a handset that was out of reach for so long falls to a stage by itself.
 *
 * @param length how long after its last word from us
 * @param stage the stage it falls to; {@link Stage#REMINDED} takes nothing
 */
public record Lease(Duration length, Stage stage) {

    /** Checks that it can be carried out. */
    public Lease {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("length must be > PT0S but was " + length);
        }
        if (stage == Stage.CURRENT || stage == Stage.RELEASED) {
            throw new IllegalArgumentException("a lease must not fall to " + stage);
        }
    }

    /**
     * Tells whether it takes anything from a borrower.
     *
     * @return true if the handset can do less than before
     */
    @JsonIgnore
    public boolean isTaking() {
        return stage != Stage.REMINDED;
    }
}
