package io.latchkey.virtual.gateway;

import io.latchkey.virtual.tls.Pem;
import java.io.IOException;
import java.security.KeyPair;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A PKCS#10 request, which proves that the phone has the private key. */
final class CertificateRequest {

    /** The gateway chooses the name; a phone does not know its own yet. */
    private static final X500Principal NAMELESS = new X500Principal("CN=handset");

    private CertificateRequest() {}

    static String pem(KeyPair key) {
        try {
            byte[] der = new JcaPKCS10CertificationRequestBuilder(NAMELESS, key.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                    .getEncoded();
            return Pem.write("CERTIFICATE REQUEST", der);
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("a fresh P-256 key cannot sign its certificate request", e);
        }
    }
}
