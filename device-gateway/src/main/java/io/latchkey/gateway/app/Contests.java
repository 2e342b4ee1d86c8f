package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.Contest;
import io.latchkey.gateway.domain.HandsetName;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where it is kept that two enrollments claim one device. */
public interface Contests {

    /** What became of a decision. */
    sealed interface Outcome {}

    /**
     * It holds.
     *
     * @param contest with its settlement, now or, for the same decision, before
     */
    record Settled(Contest contest) implements Outcome {}

    /** Nobody contests the device. */
    record Uncontested() implements Outcome {}

    /**
     * The enrollment is none of the two.
     *
     * @param claimants the two
     */
    record NoClaimant(List<Integer> claimants) implements Outcome {}

    /**
     * Notes that older enrollments turned up; those that are known to contest their device change nothing.
     *
     * @param rivals enrollments that a newer one took the place of
     * @param now business time
     * @return completes after the commit
     */
    Uni<Void> open(Collection<HandsetName> rivals, Instant now);

    /**
     * Decides a contest.
     *
     * @param deviceId the device
     * @param kept the enrollment that it is
     * @param now business time
     * @return the outcome after the commit
     */
    Uni<Outcome> settle(DeviceId deviceId, int kept, Instant now);

    /**
     * A contest that waits for a decision.
     *
     * @param contest the contest
     * @param claimants the two that claim the device now; another may have enrolled since the contest began
     */
    record Waiting(Contest contest, List<Integer> claimants) {}

    /**
     * Contests that wait for a decision.
     *
     * @param after the device that the page before ended with, or nothing for the first page
     * @param limit the most that are answered
     * @return contests by device
     */
    Uni<List<Waiting>> waiting(Optional<DeviceId> after, int limit);

    /**
     * Contests that Kafka has not confirmed as they are now.
     *
     * @return some of them, the oldest first
     */
    Uni<List<Contest>> unannounced();

    /**
     * Notes that Kafka has contests; one that was settled meanwhile waits on.
     *
     * @param contests as they were announced
     * @return completes after the commit
     */
    Uni<Void> announced(List<Contest> contests);
}
