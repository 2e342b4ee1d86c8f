package io.latchkey.events;

import java.util.List;

/**
 * A signed intent on its way to a handset.
 *
 * @param deviceId the handset
 * @param loanId the loan that governs it
 * @param enrollments the enrollment it is for; two while the device is contested
 * @param revision the intent's revision
 * @param token compact JWS, at most 2 KiB of ASCII
 */
public record DeviceToken(DeviceId deviceId, LoanId loanId, List<Integer> enrollments, long revision, String token)
        implements Event {

    /** Checks whom it names. */
    public DeviceToken {
        enrollments = Addressees.of(enrollments);
    }

    @Override
    public Topic topic() {
        return Topic.DEVICE_TOKENS;
    }

    @Override
    public String key() {
        return deviceId.value();
    }

    /** Leaves the token out: it is what makes a handset obey, and belongs in no log. */
    @Override
    public String toString() {
        return "DeviceToken[deviceId=" + deviceId + ", enrollments=" + enrollments + ", revision=" + revision + "]";
    }
}
