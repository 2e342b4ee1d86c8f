package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceId;

/**
 * A token on its way.
 *
 * @param deviceId the handset
 * @param revision only grows per device
 * @param jws the token
 */
public record HandsetToken(DeviceId deviceId, long revision, String jws) {

    /** Leaves the token out: it belongs in no log. */
    @Override
    public String toString() {
        return "HandsetToken[deviceId=" + deviceId + ", revision=" + revision + "]";
    }
}
