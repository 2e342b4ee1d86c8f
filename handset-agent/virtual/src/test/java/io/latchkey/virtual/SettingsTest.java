package io.latchkey.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "LATCHKEY_DATA", "data",
            "LATCHKEY_GATEWAY_URL", "https://127.0.0.1:8484",
            "LATCHKEY_TRUST_ROOT", "root.pem",
            "LATCHKEY_PARTNER_PROVISIONING_KEY", "key"));

    @Test
    void listensOn8090UnlessToldOtherwise() {
        assertThat(Settings.from(environment).port()).isEqualTo(8090);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LATCHKEY_DATA",
                "LATCHKEY_GATEWAY_URL",
                "LATCHKEY_TRUST_ROOT",
                "LATCHKEY_PARTNER_PROVISIONING_KEY"
            })
    void namesTheVariableThatIsMissing(String name) {
        environment.remove(name);

        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(() -> Settings.from(environment))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "-1", "70000"})
    void saysThatThePortIsNone(String port) {
        environment.put("LATCHKEY_VIRTUAL_PORT", port);

        assertThatExceptionOfType(StartFailedException.class)
                .isThrownBy(() -> Settings.from(environment))
                .withMessageContaining("LATCHKEY_VIRTUAL_PORT");
    }
}
