package io.latchkey.ingest.http;

import io.latchkey.ingest.app.AnnouncePartners;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when everyone can know the partners. */
@Readiness
@ApplicationScoped
class PartnersAnnounced implements HealthCheck {

    private final AnnouncePartners announcePartners;

    PartnersAnnounced(AnnouncePartners announcePartners) {
        this.announcePartners = announcePartners;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("partners announced")
                .status(announcePartners.isDone())
                .build();
    }
}
