package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.HandsetKey;

/** Reads certificate requests (PKCS#10). The subject that they ask for is ignored: we name handsets. */
public interface CertificateRequests {

    /**
     * Reads a request and checks that its sender holds the key.
     *
     * @param pem a text of any kind
     * @return the key to enroll
     * @throws IllegalArgumentException if it is no request, not for P-256, or not signed by its own key; the message is
     *     fit for an answer
     */
    HandsetKey keyOf(String pem);
}
