package io.latchkey.events;

import java.time.Instant;
import java.util.Optional;

/** What is known of a handset: its enrollments, and what it says itself, signed by its own key. */
public sealed interface DeviceReport extends Event {

    /**
     * The handset.
     *
     * @return the device
     */
    DeviceId deviceId();

    /**
     * The binding of the handset's key that reports, or that is reported.
     *
     * @return the enrollment's number, from 1
     */
    int enrollment();

    @Override
    default Topic topic() {
        return Topic.DEVICE_REPORTS;
    }

    @Override
    default String key() {
        return deviceId().value();
    }

    /**
     * A handset's own key was bound to its device.
     *
     * @param deviceId the handset
     * @param enrollment the binding's number
     * @param loanId the loan that the enrollment was for
     * @param partnerId the partner
     * @param enrolledAt business time
     * @param keyThumbprint RFC 7638 thumbprint of the handset's public key
     * @param publicKey that key, by which everybody can check what the handset signs: SubjectPublicKeyInfo, DER in base64;
     *     older records lack it
     * @param secondDeviceId the id that the phone's second IMEI would give, if it has one
     */
    record EnrollmentCompleted(
            DeviceId deviceId,
            int enrollment,
            LoanId loanId,
            PartnerId partnerId,
            Instant enrolledAt,
            String keyThumbprint,
            Optional<String> publicKey,
            Optional<DeviceId> secondDeviceId)
            implements DeviceReport {}

    /**
     * An older enrollment turned up after a newer one was made: two claim to be the same phone. Until somebody decides,
     * tokens name both and nothing more is taken.
     *
     * @param deviceId the handset
     * @param enrollment the newest enrollment
     * @param rival the older one that turned up
     * @param loanId the loan that the newest enrollment was for
     * @param partnerId the partner
     * @param contestedAt business time
     */
    record EnrollmentContested(
            DeviceId deviceId, int enrollment, int rival, LoanId loanId, PartnerId partnerId, Instant contestedAt)
            implements DeviceReport {}

    /**
     * Somebody decided which of two enrollments is the phone. The other one is not heard any more.
     *
     * @param deviceId the handset
     * @param enrollment the newest enrollment
     * @param kept the one that is the phone
     * @param loanId the loan that the newest enrollment was for
     * @param partnerId the partner
     * @param settledAt business time
     */
    record ContestSettled(
            DeviceId deviceId, int enrollment, int kept, LoanId loanId, PartnerId partnerId, Instant settledAt)
            implements DeviceReport {}

    /**
     * What every signed report has.
     *
     * @param seq numbers the reports of one enrollment, from 1
     * @param revision the revision that the handset holds; 0 before its first token
     * @param at the handset's own clock
     * @param jws the report as the handset signed it, as evidence
     */
    record Signed(long seq, long revision, Instant at, String jws) {}

    /**
     * The handset connected and says what it is.
     *
     * @param deviceId the handset
     * @param enrollment its enrollment
     * @param stage the stage that it obeys
     * @param signed the report
     */
    record HandsetSeen(DeviceId deviceId, int enrollment, Stage stage, Signed signed) implements DeviceReport {}

    /**
     * The handset verified a token and obeys it; {@code signed.revision} is that token's.
     *
     * @param deviceId the handset
     * @param enrollment its enrollment
     * @param stage the stage that it obeys now
     * @param signed the report
     */
    record TokenApplied(DeviceId deviceId, int enrollment, Stage stage, Signed signed) implements DeviceReport {}

    /**
     * The handset did not obey a token.
     *
     * @param deviceId the handset
     * @param enrollment its enrollment
     * @param reason a code in kebab-case: {@code stale}, {@code bad-signature} and so on
     * @param received the revision that the token claimed, if it could be read
     * @param signed the report
     */
    record TokenRefused(DeviceId deviceId, int enrollment, String reason, Optional<Long> received, Signed signed)
            implements DeviceReport {}

    /**
     * The handset saw that it was tampered with.
     *
     * @param deviceId the handset
     * @param enrollment its enrollment
     * @param what what it saw
     * @param signed the report
     */
    record TamperReported(DeviceId deviceId, int enrollment, String what, Signed signed) implements DeviceReport {}

    /**
     * The borrower asked for the present state.
     *
     * @param deviceId the handset
     * @param enrollment its enrollment
     * @param signed the report
     */
    record RefreshRequested(DeviceId deviceId, int enrollment, Signed signed) implements DeviceReport {}
}
