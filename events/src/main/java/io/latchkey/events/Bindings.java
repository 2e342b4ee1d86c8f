package io.latchkey.events;

import java.util.List;
import java.util.Optional;

/**
 * Which of a device's enrollments count. Normally the newest alone. If an older one turns up again although a newer one
 * was made, two parties claim to be the same phone: the device is contested, and both are spoken to until somebody
 * decides which one it is.
 *
 * <p>Repeating what was said before changes nothing, so that every reader of {@code device-reports} comes to the same.
 *
 * @param newest the newest enrollment; 0 before the first
 * @param rival the older enrollment that turned up, or that was kept in place of the newest
 * @param settled the newest enrollment when somebody decided last; 0 if nobody ever did
 */
public record Bindings(int newest, Optional<Integer> rival, int settled) {

    /** A device that nobody enrolled. */
    public static final Bindings NONE = new Bindings(0, Optional.empty(), 0);

    /** Checks that the rival is an older one. */
    public Bindings {
        if (newest < 0
                || settled < 0
                || settled > newest
                || rival.filter(one -> one < 1 || one >= newest).isPresent()) {
            throw new IllegalArgumentException(
                    "no such bindings: newest " + newest + ", rival " + rival + ", settled " + settled);
        }
    }

    /**
     * Whom tokens name and whose reports count.
     *
     * @return none, one, or two enrollments, the newer first
     */
    public List<Integer> heard() {
        if (newest == 0) {
            return List.of();
        }
        return rival.map(older -> isNewestLost() ? List.of(older) : List.of(newest, older))
                .orElseGet(() -> List.of(newest));
    }

    /**
     * Tells whether two enrollments claim the device and nobody has decided.
     *
     * @return true if {@link #heard()} has two
     */
    public boolean areContested() {
        return rival.isPresent() && !isNewestLost();
    }

    /**
     * A further enrollment was made. It takes the place of the one that counted; a contest goes on with it, for the rival
     * proved to be there.
     *
     * @param enrollment its number; one that is known already changes nothing
     * @return the bindings after it
     */
    public Bindings enrolled(int enrollment) {
        return enrollment > newest
                ? new Bindings(enrollment, isNewestLost() ? Optional.empty() : rival, settled)
                : this;
    }

    /**
     * An older enrollment turned up. Only the first does, whoever enrolls and turns up after it: an impostor must not be
     * able to push the phone itself out by enrolling twice. What was decided is not opened again.
     *
     * @param by the newest enrollment when it turned up
     * @param older the one that turned up
     * @return the bindings after it
     */
    public Bindings contested(int by, int older) {
        Bindings known = enrolled(by);
        return by > settled && known.rival.isEmpty() && older < by
                ? new Bindings(known.newest, Optional.of(older), settled)
                : known;
    }

    /**
     * Somebody decided which one it is.
     *
     * @param by the newest enrollment then
     * @param kept the one that it is
     * @return the bindings after it
     */
    public Bindings settled(int by, int kept) {
        Bindings known = enrolled(by);
        if (by <= settled) {
            return known;
        }
        return new Bindings(
                known.newest, kept == known.newest || known.newest > by ? Optional.empty() : Optional.of(kept), by);
    }

    /**
     * What two readers know together, each of a part.
     *
     * @param other what the other one knows of the same device
     * @return the bindings after what both heard
     */
    public Bindings plus(Bindings other) {
        Bindings joined = enrolled(other.newest);
        if (other.areContested()) {
            return joined.contested(other.newest, other.rival.orElseThrow());
        }
        return other.settled > 0 ? joined.settled(other.settled, other.rival.orElse(other.settled)) : joined;
    }

    private boolean isNewestLost() {
        return rival.isPresent() && settled == newest;
    }
}
