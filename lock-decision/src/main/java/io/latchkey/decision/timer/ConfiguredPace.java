package io.latchkey.decision.timer;

import io.latchkey.decision.app.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The pace that is set. */
@ApplicationScoped
class ConfiguredPace {

    private final MeterConfig config;

    ConfiguredPace(MeterConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    Pace pace() {
        return new Pace(config.portion(), config.perSecond(), config.longestQueue());
    }
}
