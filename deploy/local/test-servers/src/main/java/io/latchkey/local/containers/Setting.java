package io.latchkey.local.containers;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What whoever runs the tests may set: an environment variable, or the system property named like it in lower case. */
record Setting(String variable, String otherwise) {

    static final Setting SERVERS = new Setting("LATCHKEY_SERVERS", "auto");
    static final Setting NETWORK = new Setting("LATCHKEY_CONTAINER_NETWORK", "bridge");
    static final Setting KAFKA_IMAGE = new Setting("LATCHKEY_KAFKA_IMAGE", "apache/kafka:4.1.1");
    static final Setting POSTGRES_IMAGE = new Setting("LATCHKEY_POSTGRES_IMAGE", "postgres:18");
    static final Setting MQTT_IMAGE = new Setting("LATCHKEY_MQTT_IMAGE", "hivemq/hivemq-ce:2025.5");

    String value() {
        return value(System.getenv(), System.getProperties());
    }

    /** An empty value counts as none. */
    String value(Map<String, String> environment, Properties properties) {
        String fromEnvironment = environment.getOrDefault(variable, "");
        String value = fromEnvironment.isEmpty() ? properties.getProperty(property(), "") : fromEnvironment;
        return value.isEmpty() ? otherwise : value;
    }

    private String property() {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
