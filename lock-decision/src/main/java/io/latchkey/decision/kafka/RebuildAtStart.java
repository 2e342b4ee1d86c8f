package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Rebuild;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Has a lost database built again before the first record is read, a timer runs, or the service is ready, and after a local
 * stack's clock was read.
 */
@ApplicationScoped
class RebuildAtStart {

    private final Rebuild rebuild;

    RebuildAtStart(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event) {
        rebuild.ifNeeded();
    }
}
