package io.latchkey.issuer.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate that Java demands beside a private key in a PKCS#12 file. Nobody reads it: trust lies in the key set. */
final class SelfSignedCertificate {

    private static final X500Name NAME = new X500Name("CN=latchkey token-issuer");
    private static final Duration VALIDITY = Duration.ofDays(365L * 100);

    private SelfSignedCertificate() {}

    static X509Certificate of(KeyPair pair, Instant now) throws GeneralSecurityException, OperatorCreationException {
        var builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now),
                Date.from(now.plus(VALIDITY)),
                NAME,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
