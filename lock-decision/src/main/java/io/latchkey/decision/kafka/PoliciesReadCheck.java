package io.latchkey.decision.kafka;

import io.latchkey.events.Topic;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when all policies that Kafka holds were read into the database, which must be there for that. */
@Readiness
@ApplicationScoped
class PoliciesReadCheck implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaFeed feed;

    PoliciesReadCheck(KafkaFeed feed) {
        this.feed = feed;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return feed.caughtUp(Topic.PARTNERS)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWith(() -> HealthCheckResponse.up("policies read"))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.down("policies read"));
    }
}
