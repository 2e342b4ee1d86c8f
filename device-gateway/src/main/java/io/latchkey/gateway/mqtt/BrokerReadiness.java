package io.latchkey.gateway.mqtt;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the broker is connected and reports are subscribed. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {

    private final PahoLink link;

    BrokerReadiness(PahoLink link) {
        this.link = link;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("MQTT broker and reports subscription")
                .status(link.isUp())
                .build();
    }
}
