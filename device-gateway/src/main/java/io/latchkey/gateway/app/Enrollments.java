package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.Redemption;
import io.latchkey.gateway.domain.Ticket;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where codes and enrollments are kept. */
public interface Enrollments {

    /** What a redemption came to. */
    sealed interface Outcome {}

    /**
     * The handset is enrolled.
     *
     * @param enrollment now or, for the same key, before
     */
    record Enrolled(Enrollment enrollment) implements Outcome {}

    /**
     * Code or key does not help.
     *
     * @param refusal why
     */
    record Refused(Redemption.Refusal refusal) implements Outcome {}

    /**
     * Keeps a new ticket and revokes the older unused ones of its loan.
     *
     * @param ticket the ticket
     * @return completes after the commit
     */
    Uni<Void> offer(Ticket ticket);

    /**
     * Takes a code and the next enrollment number of its device in one transaction.
     *
     * @param codeHash the code's hash
     * @param judge decides by the ticket, whose row is locked meanwhile
     * @param enroll makes the enrollment, given ticket and number
     * @return the outcome after the commit
     */
    Uni<Outcome> redeem(
            String codeHash,
            Function<Optional<Ticket>, Redemption> judge,
            BiFunction<Ticket, Integer, Enrollment> enroll);

    /**
     * Takes the next enrollment number of a known device in one transaction.
     *
     * @param shownId the id that either of the phone's IMEIs gives
     * @param judge decides by the newest enrollment, whose device's row is locked meanwhile
     * @param enroll makes the enrollment, given the newest before and number
     * @return the outcome after the commit
     */
    Uni<Outcome> renew(
            DeviceId shownId,
            Function<Optional<Enrollment>, Redemption> judge,
            BiFunction<Enrollment, Integer, Enrollment> enroll);

    /**
     * Enrollments that Kafka has not confirmed yet.
     *
     * @return some of them, the oldest first
     */
    Uni<List<Enrollment>> unannounced();

    /**
     * Notes that Kafka has an enrollment.
     *
     * @param enrollments those that it has
     * @return completes after the commit
     */
    Uni<Void> announced(List<Enrollment> enrollments);
}
