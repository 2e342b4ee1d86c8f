package io.latchkey.gateway.mqtt;

import io.latchkey.gateway.app.HandsetLink;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.HandsetToken;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Publishes to handsets by way of the broker. */
@ApplicationScoped
class PahoHandsets implements HandsetLink {

    private static final Logger LOG = Logger.getLogger(PahoHandsets.class);
    private static final Duration CONFIRMATION = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int TOGETHER = 500;

    /** Looked up late: reports come in by the same link that answers go out by. */
    private final Instance<PahoLink> link;

    PahoHandsets(Instance<PahoLink> link) {
        this.link = link;
    }

    @Override
    public Uni<Void> publish(List<HandsetToken> tokens) {
        return Multi.createFrom()
                .iterable(tokens)
                .onItem()
                .transformToUni(this::publish)
                .merge(TOGETHER)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> publish(HandsetToken token) {
        return confirmed(Publication.of(token))
                .onFailure()
                .invoke(e -> LOG.warnf(
                        "Token not at the broker yet, trying again deviceId=%s revision=%d reason=%s",
                        token.deviceId(), token.revision(), e.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    @Override
    public Uni<Void> acknowledge(Map<HandsetName, List<Long>> seqs) {
        return Multi.createFrom()
                .iterable(seqs.entrySet())
                .onItem()
                .transformToUni(one -> confirmed(Publication.ack(one.getKey(), one.getValue())))
                .merge(TOGETHER)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> confirmed(Publication publication) {
        return link.get()
                .publish(publication)
                .ifNoItem()
                .after(CONFIRMATION)
                .failWith(() -> new BrokerUnavailableException("the broker did not confirm in time"));
    }
}
