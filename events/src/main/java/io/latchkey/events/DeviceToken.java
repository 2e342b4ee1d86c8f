package io.latchkey.events;

/**
 * A signed intent on its way to a handset.
 *
 * @param deviceId the handset
 * @param loanId the loan that governs it
 * @param enrollment the enrollment it is for
 * @param revision the intent's revision
 * @param token compact JWS, at most 2 KiB of ASCII
 */
public record DeviceToken(DeviceId deviceId, LoanId loanId, int enrollment, long revision, String token)
        implements Event {

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
        return "DeviceToken[deviceId=" + deviceId + ", enrollment=" + enrollment + ", revision=" + revision + "]";
    }
}
