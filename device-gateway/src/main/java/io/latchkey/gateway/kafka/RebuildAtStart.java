package io.latchkey.gateway.kafka;

import io.latchkey.gateway.app.Rebuild;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Has a lost database built again before the first token is carried or a handset is heard. */
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
