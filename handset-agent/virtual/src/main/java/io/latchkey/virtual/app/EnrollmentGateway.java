package io.latchkey.virtual.app;

import java.security.KeyPair;

/** Where a new handset gets its identity. */
public interface EnrollmentGateway {

    /**
     * Enrolls the key under a one-time code. Asking again with the same key is safe.
     *
     * @throws EnrollmentRefusedException with the gateway's own reason
     * @throws GatewayUnavailableException if there is no usable answer
     */
    Identity enroll(String imei, String enrollmentCode, KeyPair key);

    /**
     * Enrolls the key of a phone that was wiped, by the key that its partner gave it when it was set up. Asking again with
     * the same key is safe.
     *
     * @param before what it was
     * @throws EnrollmentRefusedException with the gateway's own reason
     * @throws GatewayUnavailableException if there is no usable answer
     */
    Identity enrollAgain(Identity before, KeyPair key);
}
