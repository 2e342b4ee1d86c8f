package io.latchkey.gateway.pki;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import io.latchkey.gateway.app.CertificateRequests;
import io.latchkey.gateway.domain.HandsetKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** Reads requests by BouncyCastle (RFC 2986). */
@ApplicationScoped
class Pkcs10Requests implements CertificateRequests {

    private static final int LONGEST = 8192;

    @Override
    public HandsetKey keyOf(String pem) {
        if (pem.length() > LONGEST) {
            throw new IllegalArgumentException("a request has at most " + LONGEST + " letters");
        }
        byte[] der = Pem.request(pem)
                .orElseThrow(() -> new IllegalArgumentException("must be a PKCS#10 certificate request in PEM"));
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
            if (!(request.getPublicKey() instanceof ECPublicKey key)
                    || !Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
                throw new IllegalArgumentException("the key must be an EC key on P-256");
            }
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new IllegalArgumentException("the request must be signed by its own key");
            }
            return EcKeys.named(key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException | JOSEException e) {
            throw new IllegalArgumentException("must be a PKCS#10 certificate request for an EC key on P-256", e);
        }
    }
}
