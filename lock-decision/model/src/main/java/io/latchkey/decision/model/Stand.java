package io.latchkey.decision.model;

import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a loan stands.
 *
 * @param stage the stage
 * @param taken what the handset cannot do
 */
public record Stand(Stage stage, Set<Restriction> taken) {

    static final Stand CURRENT = new Stand(Stage.CURRENT, Set.of());
    static final Stand RELEASED = new Stand(Stage.RELEASED, Set.of());

    private static final List<Stage> RISING = List.of(Stage.CURRENT, Stage.REMINDED, Stage.RESTRICTED, Stage.LOCKED);

    static Stand of(Stage stage, Collection<Restriction> restrictions) {
        Set<Restriction> all = EnumSet.noneOf(Restriction.class);
        all.addAll(restrictions);
        return new Stand(stage, all);
    }

    /** A higher stage is harsher, and so is the same stage if it takes something that this one leaves. */
    boolean isMilderThan(Stand other) {
        int by = RISING.indexOf(other.stage) - RISING.indexOf(stage);
        return by > 0 || (by == 0 && !taken.containsAll(other.taken));
    }

    boolean takes() {
        return stage == Stage.RESTRICTED || stage == Stage.LOCKED || !taken.isEmpty();
    }

    boolean locks() {
        return stage == Stage.LOCKED || taken.contains(Restriction.KIOSK);
    }
}
