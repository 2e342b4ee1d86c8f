package io.latchkey.local.pki;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * What a certificate is for.
 *
 * @param pathLength how many authorities may stand under it; negative if it is none itself
 */
record Extensions(int pathLength, Optional<KeyPurposeId> purpose, List<GeneralName> names) {

    static Extensions authority(int pathLength) {
        return new Extensions(pathLength, Optional.empty(), List.of());
    }

    static Extensions client() {
        return new Extensions(-1, Optional.of(KeyPurposeId.id_kp_clientAuth), List.of());
    }

    static Extensions localServer() {
        return new Extensions(
                -1,
                Optional.of(KeyPurposeId.id_kp_serverAuth),
                List.of(
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                        new GeneralName(GeneralName.iPAddress, "::1")));
    }

    int keyUsage() {
        return pathLength < 0 ? KeyUsage.digitalSignature : KeyUsage.keyCertSign | KeyUsage.cRLSign;
    }

    void addTo(JcaX509v3CertificateBuilder builder) throws CertIOException {
        if (purpose.isPresent()) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.get()));
        }
        if (!names.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        }
    }
}
