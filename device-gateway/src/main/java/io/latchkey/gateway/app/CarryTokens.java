package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.HandsetToken;
import io.latchkey.gateway.domain.NewestTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Carries a batch of tokens to the broker and notes them after its word; the same batch may come again. */
@ApplicationScoped
public class CarryTokens {

    private static final Logger LOG = Logger.getLogger(CarryTokens.class);

    private final HandsetLink link;
    private final CarriedTokens carried;
    private final Counter published;
    private final Counter skipped;

    /**
     * Wires the use case.
     *
     * @param link the way to handsets
     * @param carried what was carried before
     * @param metrics counts the tokens
     */
    public CarryTokens(HandsetLink link, CarriedTokens carried, MeterRegistry metrics) {
        this.link = link;
        this.carried = carried;
        this.published = metrics.counter("latchkey.tokens.carried", "outcome", "published");
        this.skipped = metrics.counter("latchkey.tokens.carried", "outcome", "skipped");
    }

    /**
     * Carries tokens.
     *
     * @param batch in the order of their topic
     * @return completes when the newest of each device is at the broker and noted
     */
    public Uni<Void> on(List<HandsetToken> batch) {
        List<HandsetToken> newest = NewestTokens.of(batch);
        return carried.revisions(newest.stream().map(HandsetToken::deviceId).toList())
                .map(noted -> NewestTokens.due(newest, noted))
                .chain(due -> link.publish(due).chain(() -> carried.note(due)).invoke(() -> record(batch, due)));
    }

    private void record(List<HandsetToken> batch, List<HandsetToken> due) {
        published.increment(due.size());
        skipped.increment(batch.size() - due.size());
        due.forEach(token -> LOG.debugf("Token carried deviceId=%s revision=%d", token.deviceId(), token.revision()));
    }
}
