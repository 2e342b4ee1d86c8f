package io.latchkey.notice.kafka;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Outlasts an outage of whatever is needed: the same work again until it is done, and nothing is passed over. */
final class Outages {

    private static final Logger LOG = Logger.getLogger(Outages.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private Outages() {}

    /**
     * Does work until it succeeds.
     *
     * @param what for the log, with the id worked on
     * @param work begun anew for each try; none of its failures names a person
     */
    static <T> Uni<T> outlast(String what, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .<T>deferred(work)
                .onFailure()
                .invoke(failure -> LOG.warnf("Not done and tried again work=%s cause=%s", what, failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
