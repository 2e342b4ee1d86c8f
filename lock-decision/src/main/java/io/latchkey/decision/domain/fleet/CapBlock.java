package io.latchkey.decision.domain.fleet;

import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Cap;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Places of a partner's hour that one instance has put aside. The hour counts them as taken, so the instance uses them
 * without asking what others do. Places have numbers, in the order in which they were given away; those left here are held
 * to be the highest that were known when they were put aside, so that no policy is given more of them than its cap allows.
 *
 * @param partnerId the partner
 * @param hour the hour's first moment
 * @param fleet how many loans governed handsets when it began
 * @param upto how many places were given away, these among them, when they were put aside
 * @param remaining how many of these are left
 */
public record CapBlock(PartnerId partnerId, Instant hour, long fleet, long upto, long remaining) {

    /** An instance that ends leaves at most one part in so many of an hour's places unused. */
    private static final int PARTS = 20;

    /** Checks that no more is used than there was. */
    public CapBlock {
        if (remaining < 0) {
            throw new IllegalArgumentException(partnerId + ": " + -remaining + " places used that were not put aside");
        }
    }

    /**
     * Puts places aside, where there are many.
     *
     * @param hour what is known of all instances' places
     * @param caps those that the partner's loans are held to
     * @return a block, which may be empty
     */
    public static CapBlock aside(CapHour hour, Collection<Cap> caps) {
        long places = smallest(hour.fleet(), caps);
        long size = Math.clamp(places - hour.taken(), 0, places / PARTS);
        return new CapBlock(hour.partnerId(), hour.hour(), hour.fleet(), hour.taken() + size, size);
    }

    /**
     * Tells whether nobody else needs to be asked.
     *
     * @param loans how many may want a place
     * @param caps those that they are held to
     * @param now business time
     * @return true if each of them finds a place here
     */
    public boolean suffices(int loans, Collection<Cap> caps, Instant now) {
        return !asHour().isOver(now) && loans <= remaining && upto - remaining + loans <= smallest(fleet, caps);
    }

    /**
     * The hour as this instance sees it while the block suffices.
     *
     * @return an hour in which all places are taken but those that are left here
     */
    public CapHour asHour() {
        return new CapHour(partnerId, hour, fleet, upto - remaining, 0, Optional.empty());
    }

    /**
     * What is left after places were used.
     *
     * @param then the hour as this instance sees it then
     * @return the rest of the block
     */
    public CapBlock after(CapHour then) {
        return new CapBlock(partnerId, hour, fleet, upto, upto - then.taken());
    }

    private static long smallest(long fleet, Collection<Cap> caps) {
        return caps.stream().mapToLong(cap -> cap.placesAnHour(fleet)).min().orElse(0);
    }
}
