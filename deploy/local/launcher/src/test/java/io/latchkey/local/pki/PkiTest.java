package io.latchkey.local.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiTest {

    @TempDir
    private Path folder;

    private Pki pki;

    @BeforeEach
    void make() {
        pki = Pki.in(folder.resolve("pki"), "for-tests");
    }

    @Test
    void holdsTheFilesThatServersAndHandsetsLookFor() {
        assertThat(pki.directory())
                .isDirectoryContaining("glob:**/root.pem")
                .isDirectoryContaining("glob:**/trust.p12")
                .isDirectoryContaining("glob:**/server.p12")
                .isDirectoryContaining("glob:**/handset-ca.p12")
                .isDirectoryContaining("glob:**/gateway-client.p12");
    }

    @Test
    void keepsItsRootOverARestart() {
        assertThat(Pki.in(pki.directory(), "for-tests").root()).isEqualTo(pki.root());
    }

    @Test
    void issuesAHandsetsCertificateUnderTheHandsetAuthority() throws GeneralSecurityException {
        Credential handset = pki.issueHandset("d1_0123456789abcdef0123456789abcdef/1");

        assertThat(handset.chain()).hasSize(3);
        for (int i = 0; i < 2; i++) {
            handset.chain().get(i).verify(handset.chain().get(i + 1).getPublicKey());
        }
        assertThat(handset.chain().get(2)).isEqualTo(pki.root());
    }

    @Test
    void keepsTheGatewaysCertificateOutOfTheHandsetAuthoritysReach() {
        X509Certificate gateway = pki.gateway().certificate();

        assertThat(gateway.getIssuerX500Principal()).isEqualTo(pki.root().getSubjectX500Principal());
    }

    @Test
    void letsNobodyButAnAuthorityIssue() {
        assertThat(pki.gateway().certificate().getBasicConstraints()).isNegative();
        assertThat(pki.issueHandset("d1_0123456789abcdef0123456789abcdef/1")
                        .certificate()
                        .getBasicConstraints())
                .isNegative();
    }
}
