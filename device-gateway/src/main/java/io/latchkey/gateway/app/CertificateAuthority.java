package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.HandsetKey;
import io.latchkey.gateway.domain.HandsetName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Issues handsets' certificates. */
public interface CertificateAuthority {

    /**
     * Issues a certificate.
     *
     * @param name the certificate's common name
     * @param key the handset's key
     * @param now system time, by which TLS judges
     * @return PEM
     */
    String issue(HandsetName name, HandsetKey key, Instant now);

    /**
     * The certificates above a handset's own.
     *
     * @return PEM, the issuer first, the root last
     */
    List<String> chain();

    /**
     * Names the trust root, so that a phone can be told whom to trust.
     *
     * @return SHA-256 of its DER, hexadecimal
     */
    String trustRootSha256();

    /**
     * Tells our handsets' certificates from others under the same root.
     *
     * @param certificate one whose chain was checked
     * @return true if this authority issued it
     */
    boolean hasIssued(X509Certificate certificate);
}
