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
 */
record Wish(String stage, List<String> restrictions, long amountDue) implements Predicate<HandsetView> {

    static Wish free() {
        return new Wish("CURRENT", List.of(), 0);
    }

    static Wish reminded(long amountDue) {
        return new Wish("REMINDED", List.of(), amountDue);
    }

    static Wish restricted(long amountDue) {
        return new Wish("RESTRICTED", List.of("camera", "gallery"), amountDue);
    }

    static Wish locked(long amountDue) {
        return new Wish("LOCKED", List.of("camera", "gallery", "outgoing-calls", "app-install", "kiosk"), amountDue);
    }

    static Wish released() {
        return new Wish("RELEASED", List.of(), 0);
    }

    @Override
    public boolean test(HandsetView handset) {
        return handset.revision() > 0
                && handset.stage().equals(stage)
                && handset.restrictions().equals(restrictions)
                && handset.amountDue() == amountDue;
    }

    @Override
    public String toString() {
        return stage
                + (restrictions.isEmpty() ? "" : " without " + String.join(", ", restrictions))
                + (amountDue == 0 ? "" : ", " + Amounts.text(amountDue) + " due");
    }
}
