package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an enrollment code entitles to.
 *
 * @param codeHash the code's hash
 * @param partnerId the partner
 * @param loanId the loan
 * @param deviceId the handset, by its first IMEI
 * @param secondId the id that its second IMEI would give; a phone may show either
 * @param expiresAt business time
 * @param revoked a newer code took its place
 * @param use who used it, or nothing
 */
public record Ticket(
        String codeHash,
        PartnerId partnerId,
        LoanId loanId,
        DeviceId deviceId,
        Optional<DeviceId> secondId,
        Instant expiresAt,
        boolean revoked,
        Optional<Use> use) {

    /**
     * A code is used once.
     *
     * @param enrollment the number that it gave
     * @param keyThumbprint RFC 7638 thumbprint of the key that it was given to
     */
    public record Use(int enrollment, String keyThumbprint) {}

    /**
     * What comes of it.
     *
     * @param number the enrollment's number
     * @param key the handset's key
     * @param now business time
     * @return the enrollment, without a certificate
     */
    public Enrollment enrollment(int number, HandsetKey key, Instant now) {
        return new Enrollment(
                new HandsetName(deviceId, number), loanId, partnerId, secondId, now, key, Optional.empty());
    }

    /**
     * Judges who comes with the code.
     *
     * @param shownId the id that the shown IMEI gives
     * @param keyThumbprint of the key to enroll
     * @param now business time
     * @return what to do
     */
    public Redemption redeem(DeviceId shownId, String keyThumbprint, Instant now) {
        if (!shownId.equals(deviceId) && !secondId.equals(Optional.of(shownId))) {
            return Redemption.Refusal.OTHER_HANDSET;
        }
        if (!now.isBefore(expiresAt)) {
            return Redemption.Refusal.EXPIRED;
        }
        if (use.isPresent()) {
            // The answer may have been lost: the same key gets the same enrollment again.
            return use.get().keyThumbprint().equals(keyThumbprint)
                    ? new Redemption.Again(new HandsetName(deviceId, use.get().enrollment()))
                    : Redemption.Refusal.USED;
        }
        return revoked ? Redemption.Refusal.REVOKED : new Redemption.Fresh(this);
    }
}
