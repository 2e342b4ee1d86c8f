package io.latchkey.gateway.domain;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;

/**
 * One binding of a handset's key to its device.
 *
 * @param name device and number
 * @param loanId the loan it was for
 * @param partnerId the partner
 * @param enrolledAt business time
 * @param key the handset's public key
 * @param certificate PEM
 */
public record Enrollment(
        HandsetName name, LoanId loanId, PartnerId partnerId, Instant enrolledAt, HandsetKey key, String certificate) {}
