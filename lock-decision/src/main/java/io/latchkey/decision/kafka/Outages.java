package io.latchkey.decision.kafka;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Outlasts an outage of the database or of Kafka: the same work again until it is done, and nothing is passed over. */
final class Outages {

    private static final Logger LOG = Logger.getLogger(Outages.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private Outages() {}

    static <T> Uni<T> outlast(Uni<T> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf("A batch failed and is tried again cause=%s", failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
