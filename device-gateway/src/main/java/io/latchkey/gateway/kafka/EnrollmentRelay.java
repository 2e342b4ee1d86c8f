package io.latchkey.gateway.kafka;

import io.latchkey.gateway.app.AnnounceEnrollments;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Announces again what a crash or an absent Kafka left waiting. */
@ApplicationScoped
class EnrollmentRelay {

    private static final Logger LOG = Logger.getLogger(EnrollmentRelay.class);
    private static final Duration TURN = Duration.ofSeconds(5);

    private final AnnounceEnrollments announce;
    private Optional<Cancellable> turns = Optional.empty();

    EnrollmentRelay(AnnounceEnrollments announce) {
        this.announce = announce;
    }

    void start(@Observes StartupEvent started) {
        turns = Optional.of(Multi.createFrom()
                .ticks()
                .every(TURN)
                .onOverflow()
                .drop()
                .subscribe()
                .with(tick -> announce.soon(), e -> LOG.error("Enrollments are announced no more", e)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        turns.ifPresent(Cancellable::cancel);
    }
}
