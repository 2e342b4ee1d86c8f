package io.latchkey.events;

import java.time.Instant;
import java.util.List;

/**
 * What one handset shall be: the whole desired state, never a command. Of two intents for a device the one with the
 * higher revision stands.
 *
 * @param deviceId the handset
 * @param loanId the loan that governs it
 * @param partnerId the partner
 * @param enrollments the enrollment it is for; two while the device is contested
 * @param revision grows by every intent of the device, across enrollments and loans
 * @param stage the stage
 * @param restrictions what is taken away, without repeats, in the order of {@link Restriction}
 * @param reason a code in kebab-case
 * @param notice what the screen says
 * @param decidedAt business time
 */
public record LockIntent(
        DeviceId deviceId,
        LoanId loanId,
        PartnerId partnerId,
        List<Integer> enrollments,
        long revision,
        Stage stage,
        List<Restriction> restrictions,
        String reason,
        Notice notice,
        Instant decidedAt)
        implements Event {

    /** Checks the numbers and brings the restrictions into order. */
    public LockIntent {
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be >= 1 but was " + revision);
        }
        enrollments = Addressees.of(enrollments);
        restrictions = restrictions.stream().distinct().sorted().toList();
    }

    @Override
    public Topic topic() {
        return Topic.LOCK_INTENTS;
    }

    @Override
    public String key() {
        return deviceId.value();
    }
}
