package io.latchkey.events.policy;

/**
 * How far one mistake may reach: at most the larger of a floor and a share of a partner's fleet is escalated in an hour.
 * What is above that waits as a batch for two supervisors.
 *
 * @param capFloor so many handsets an hour, however small the fleet
 * @param capPercent per cent of the fleet, above 0 and at most 100
 */
public record Cap(int capFloor, double capPercent) {

    /** What holds if a policy says nothing. */
    public static final Cap DEFAULT = new Cap(5, 2);

    /** Checks the ranges. */
    public Cap {
        if (capFloor < 1) {
            throw new IllegalArgumentException("capFloor must be >= 1 but was " + capFloor);
        }
        if (!(capPercent > 0 && capPercent <= 100)) {
            throw new IllegalArgumentException("capPercent must be > 0 and <= 100 but was " + capPercent);
        }
    }

    /**
     * How many handsets of a fleet may be escalated within one hour.
     *
     * @param fleet handsets that the partner has under contract
     * @return the larger of the floor and the share, rounded down
     */
    public long placesAnHour(long fleet) {
        return Math.max(capFloor, (long) Math.floor(fleet * capPercent / 100));
    }
}
