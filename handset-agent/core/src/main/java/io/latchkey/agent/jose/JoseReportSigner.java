package io.latchkey.agent.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import io.latchkey.agent.app.ReportSigner;
import io.latchkey.agent.domain.Report;
import io.latchkey.agent.json.ReportJson;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Optional;

/** Signs reports as compact JWS, ES256, {@code typ} handset-report+jwt. */
public final class JoseReportSigner implements ReportSigner {

    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("handset-report+jwt"))
            .build();

    private final ECDSASigner signer;

    /**
     * Signs with the handset's own key; on a phone it may live in secure hardware, for only its handle is needed.
     *
     * @throws IllegalArgumentException if it cannot sign ES256
     */
    public JoseReportSigner(PrivateKey key) {
        this(key, Optional.empty());
    }

    /**
     * As {@link #JoseReportSigner(PrivateKey)}, with somebody else to compute signatures.
     *
     * @param provider signs; the platform's own does if there is none
     * @throws IllegalArgumentException if the key cannot sign ES256
     */
    public JoseReportSigner(PrivateKey key, Optional<Provider> provider) {
        try {
            this.signer = new ECDSASigner(NativeKeys.of(key, provider), Curve.P_256);
            provider.ifPresent(signer.getJCAContext()::setProvider);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the handset's key cannot sign ES256", e);
        }
    }

    @Override
    public byte[] sign(Report report) {
        JWSObject jws = new JWSObject(HEADER, new Payload(ReportJson.write(report)));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the handset's key signed before and cannot now", e);
        }
        return jws.serialize().getBytes(StandardCharsets.US_ASCII);
    }
}
