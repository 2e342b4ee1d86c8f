package io.latchkey.ingest.kafka;

import io.latchkey.ingest.app.Rebuild;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Has a lost database built again before partners are announced or a webhook is taken. */
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
