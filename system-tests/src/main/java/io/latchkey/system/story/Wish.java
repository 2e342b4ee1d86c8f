package io.latchkey.system.story;

import io.latchkey.system.client.HandsetView;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a handset should be.
 *
 * @param stage the stage
 * @param restrictions exactly these are taken away
 * @param amountDue what its screen says is due, in minor units
 * @param online whether it is connected
 */
record Wish(String stage, List<String> restrictions, long amountDue, boolean online) implements Predicate<HandsetView> {

    static Wish free() {
        return new Wish("CURRENT", List.of(), 0, true);
    }

    static Wish reminded(long amountDue) {
        return new Wish("REMINDED", List.of(), amountDue, true);
    }

    static Wish restricted(long amountDue) {
        return new Wish("RESTRICTED", List.of("camera", "gallery"), amountDue, true);
    }

    static Wish locked(long amountDue) {
        return new Wish(
                "LOCKED", List.of("camera", "gallery", "outgoing-calls", "app-install", "kiosk"), amountDue, true);
    }

    static Wish released() {
        return new Wish("RELEASED", List.of(), 0, true);
    }

    /** The same, kept by a handset that nothing reaches. */
    Wish offline() {
        return new Wish(stage, restrictions, amountDue, false);
    }

    @Override
    public boolean test(HandsetView handset) {
        return handset.revision() > 0
                && handset.online() == online
                && handset.stage().equals(stage)
                && handset.restrictions().equals(restrictions)
                && handset.amountDue() == amountDue;
    }

    @Override
    public String toString() {
        return stage
                + (restrictions.isEmpty() ? "" : " without " + String.join(", ", restrictions))
                + (amountDue == 0 ? "" : ", " + Amounts.plain(amountDue) + " due")
                + (online ? "" : ", offline");
    }
}
