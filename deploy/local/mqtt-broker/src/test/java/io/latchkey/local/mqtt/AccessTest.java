package io.latchkey.local.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final String DEVICE = "d1_0123456789abcdef0123456789abcdef";

    @Test
    void letsAHandsetReadItsTokenItsAcksAndTheKeysAndWriteItsReports() {
        assertThat(permissions(DEVICE + "/1", DEVICE + "/1"))
                .containsExactlyInAnyOrder(
                        Permission.subscribe("latchkey/v1/" + DEVICE + "/token"),
                        Permission.subscribe("latchkey/v1/" + DEVICE + "/ack"),
                        Permission.subscribe("latchkey/v1/keys"),
                        Permission.publish("latchkey/v1/" + DEVICE + "/report"),
                        Permission.publish("latchkey/v1/" + DEVICE + "/presence"));
    }

    @Test
    void letsAGatewayWriteTokensAndReadReportsOnlyThroughItsSharedSubscription() {
        assertThat(permissions("device-gateway", "device-gateway/1"))
                .contains(Permission.publishRetained("latchkey/v1/+/token"))
                .contains(Permission.subscribeShared("device-gateway", "latchkey/v1/+/report"))
                .doesNotContain(Permission.subscribe("latchkey/v1/+/report"));
    }

    @Test
    void neverGrantsAHandsetAWildcard() {
        assertThat(permissions(DEVICE + "/1", DEVICE + "/1"))
                .extracting(Permission::topicFilter)
                .noneMatch(filter -> filter.contains("+") || filter.contains("#"));
    }

    @ParameterizedTest
    @CsvSource({
        "d1_0123456789abcdef0123456789abcdef/1, d1_0123456789abcdef0123456789abcdef/2",
        "d1_0123456789abcdef0123456789abcdef/1, d1_0123456789abcdef0123456789abcdef/11",
        "d1_0123456789abcdef0123456789abcdef/1, d1_ffffffffffffffffffffffffffffffff/1",
        "d1_0123456789abcdef0123456789abcdef/1, device-gateway/1",
        "device-gateway, d1_0123456789abcdef0123456789abcdef/1",
        "device-gateway, device-gateway2",
    })
    void refusesAClientIdThatIsNotTheCertificatesOwn(String commonName, String clientId) {
        assertThat(Access.of(commonName, clientId)).isInstanceOf(Access.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "server",
                "+/1",
                "#",
                "d1_0123456789abcdef0123456789abcdef",
                "d1_0123456789abcdef0123456789abcdef/0",
                "d1_0123456789ABCDEF0123456789abcdef/1",
                "d1_+/1",
                "d1_0123456789abcdef0123456789abcdef/1/x",
                "device-gateway/1"
            })
    void refusesANameThatIsNeitherAHandsetsNorAGateways(String commonName) {
        assertThat(Access.of(commonName, commonName)).isInstanceOf(Access.Refused.class);
    }

    private static List<Permission> permissions(String commonName, String clientId) {
        return assertThat(Access.of(commonName, clientId))
                .asInstanceOf(type(Access.Granted.class))
                .actual()
                .permissions();
    }
}
