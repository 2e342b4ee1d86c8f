package io.latchkey.gateway.pki;

import io.latchkey.gateway.domain.HandsetName;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A handset's certificate (RFC 5280): for TLS clients only, named by us and by nothing that the handset asked for. */
final class HandsetCertificate {

    /** A handset must not lose its way to the lender because a date passed while it lay in a drawer. */
    private static final Duration VALIDITY = Duration.ofDays(3653);

    /** Neither must it wait because our clock, the broker's or its own is off by some hours. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final int SERIAL_BITS = 159;
    private static final SecureRandom RANDOM = new SecureRandom();

    private HandsetCertificate() {}

    static X509Certificate issue(HandsetName name, PublicKey key, HandsetCa.Issuer issuer, Instant now)
            throws GeneralSecurityException, IOException {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new JcaX509CertificateHolder(issuer.certificate()).getSubject(),
                    new BigInteger(SERIAL_BITS, RANDOM),
                    Date.from(now.minus(CLOCK_SKEW)),
                    Date.from(now.plus(VALIDITY)),
                    new X500NameBuilder(BCStyle.INSTANCE)
                            .addRDN(BCStyle.CN, name.toString())
                            .build(),
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.key());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
