package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Two enrollments claim to be one device.
 *
 * @param deviceId the device
 * @param enrollment its newest enrollment when the older one turned up
 * @param rival the older one
 * @param loanId the loan that the newest enrollment was for
 * @param partnerId the partner
 * @param contestedAt business time
 * @param settlement what somebody decided, or nothing yet
 */
public record Contest(
        DeviceId deviceId,
        int enrollment,
        int rival,
        LoanId loanId,
        PartnerId partnerId,
        Instant contestedAt,
        Optional<Settlement> settlement) {

    /**
     * Somebody's decision.
     *
     * @param enrollment the newest enrollment then
     * @param kept the one that is the device
     * @param settledAt business time
     */
    public record Settlement(int enrollment, int kept, Instant settledAt) {}
}
