package io.latchkey.ingest;

import io.latchkey.kit.KitConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Keys for tests that start no service. */
public final class TestKeys {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private TestKeys() {}

    /** All of them, version 1. */
    public static KitConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(KitConfig.class)
                .withDefaultValue("latchkey.loan-key", KEY)
                .withDefaultValue("latchkey.device-keys", "1:" + KEY)
                .withDefaultValue("latchkey.contact-keys", "1:" + KEY)
                .build()
                .getConfigMapping(KitConfig.class);
    }
}
