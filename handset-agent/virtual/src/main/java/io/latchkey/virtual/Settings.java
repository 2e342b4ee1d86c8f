package io.latchkey.virtual;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the environment says. */
record Settings(Path data, URI gateway, Path trustRoot, String provisioningKey, int port, Optional<Path> appliedLog) {

    private static final String DEFAULT_PORT = "8090";
    private static final int MAX_PORT = 65_535;

    /** Throws {@link StartFailedException} with a sentence that names the variable. */
    static Settings from(Map<String, String> environment) {
        return new Settings(
                Path.of(required(environment, "LATCHKEY_DATA")),
                gateway(required(environment, "LATCHKEY_GATEWAY_URL")),
                Path.of(required(environment, "LATCHKEY_TRUST_ROOT")),
                required(environment, "LATCHKEY_PARTNER_PROVISIONING_KEY"),
                port(environment.getOrDefault("LATCHKEY_VIRTUAL_PORT", DEFAULT_PORT)),
                Optional.ofNullable(environment.get("LATCHKEY_APPLIED_LOG")).map(Path::of));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new StartFailedException("The environment variable " + name + " is missing; deploy/up sets it.");
        }
        return value;
    }

    private static URI gateway(String value) {
        if (!value.startsWith("https://")) {
            throw new StartFailedException("LATCHKEY_GATEWAY_URL must begin with https:// but was " + value);
        }
        return URI.create(value);
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartFailedException("LATCHKEY_VIRTUAL_PORT must be a number but was " + value);
        }
        throw new StartFailedException("LATCHKEY_VIRTUAL_PORT must be at most " + MAX_PORT + " but was " + value);
    }
}
