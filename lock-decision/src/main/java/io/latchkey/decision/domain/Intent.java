package io.latchkey.decision.domain;

import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.events.DeviceId;
import io.latchkey.events.PartnerId;

/**
 * A desired state that is to be said to a handset.
 *
 * @param deviceId the handset
 * @param partnerId the partner of the loan that governs it
 * @param revision one above the revision before
 * @param desired the whole state
 * @param reason why it is said now
 */
public record Intent(DeviceId deviceId, PartnerId partnerId, long revision, Desired desired, Reason reason) {}
