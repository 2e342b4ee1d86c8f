package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.util.List;

/**
 * What follows from a sign of tampering beyond telling it.
 *
 * @param signal the sign
 * @param stage the stage it brings; {@link Stage#REMINDED} tells the borrower and takes nothing
 * @param restrictions what it takes away
 */
public record TamperConsequence(TamperSignal signal, Stage stage, List<Restriction> restrictions) {

    /** Checks the stage and sorts the restrictions. */
    public TamperConsequence {
        if (stage == Stage.CURRENT || stage == Stage.RELEASED) {
            throw new IllegalArgumentException("tampering must not bring " + stage);
        }
        restrictions = restrictions.stream().distinct().sorted().toList();
    }

    /**
     * Tells whether it takes anything from the borrower.
     *
     * @return true if the handset can do less than before
     */
    @JsonIgnore
    public boolean isTaking() {
        return stage != Stage.REMINDED || !restrictions.isEmpty();
    }
}
