package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.Optional;

/**
 * One binding of a handset's key to its device.
 *
 * @param name device and number
 * @param loanId the loan it was for
 * @param partnerId the partner
 * @param secondId the id that the phone's second IMEI would give
 * @param enrolledAt business time
 * @param key the handset's public key
 * @param certificate PEM, as it was issued first; after a rebuild nobody knows it
 */
public record Enrollment(
        HandsetName name,
        LoanId loanId,
        PartnerId partnerId,
        Optional<DeviceId> secondId,
        Instant enrolledAt,
        HandsetKey key,
        Optional<String> certificate) {

    /**
     * The next one of the same phone.
     *
     * @param number its number
     * @param newKey its key
     * @param now business time
     * @return for the same loan, without a certificate
     */
    public Enrollment renewed(int number, HandsetKey newKey, Instant now) {
        return new Enrollment(
                new HandsetName(name.deviceId(), number), loanId, partnerId, secondId, now, newKey, Optional.empty());
    }

    /**
     * The same with a certificate.
     *
     * @param pem the certificate
     * @return with it
     */
    public Enrollment certified(String pem) {
        return new Enrollment(name, loanId, partnerId, secondId, enrolledAt, key, Optional.of(pem));
    }
}
