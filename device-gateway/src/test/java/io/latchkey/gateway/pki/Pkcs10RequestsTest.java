package io.latchkey.gateway.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.gateway.TestKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs10RequestsTest {

    private final Pkcs10Requests requests = new Pkcs10Requests();

    @Test
    void aRequestGivesItsKey() throws Exception {
        TestKey key = TestKey.onP256();

        assertThat(EcKeys.read(requests.keyOf(key.csr()).spki()))
                .isEqualTo(key.pair().getPublic());
    }

    @Test
    void aRequestSignedByAnotherKeyIsRefused() {
        String stolen = TestKey.onP256().csrSignedBy(TestKey.onP256());

        assertThatThrownBy(() -> requests.keyOf(stolen)).hasMessageContaining("signed by its own key");
    }

    @Test
    void anotherCurveIsRefused() {
        assertThatThrownBy(() -> requests.keyOf(TestKey.onCurve("secp384r1").csr()))
                .hasMessageContaining("P-256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----",
                "-----BEGIN CERTIFICATE REQUEST-----\n=\n-----END CERTIFICATE REQUEST-----"
            })
    void whatIsNoRequestIsRefusedWithAnAnswer(String pem) {
        assertThatThrownBy(() -> requests.keyOf(pem)).isInstanceOf(IllegalArgumentException.class);
    }
}
