package io.latchkey.decision.timer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How fast the clock may take something away. */
@ConfigMapping(prefix = "latchkey.meter")
public interface MeterConfig {

    /**
     * Loans a turn: so many tokens may stand before that of somebody who pays.
     *
     * @return at most so many
     */
    @WithDefault("20")
    int portion();

    /**
     * Loans a second, for each instance.
     *
     * @return at most so many
     */
    @WithDefault("100")
    int perSecond();

    /**
     * Records that may wait for token-issuer or device-gateway; beyond it no loan is judged by the clock.
     *
     * @return at most so many
     */
    @WithDefault("200")
    long longestQueue();
}
