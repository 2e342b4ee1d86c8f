package io.latchkey.decision.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.latchkey.events.PartnerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How sound partners' payments are, kept at hand for a second for whatever takes nothing: a loan that is found to wait for
 * what has come meanwhile gets its turn at once, and there it is read anew.
 */
@ApplicationScoped
class KnownFeeds {

    private static final Duration AT_HAND = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Cache<PartnerId, PartnerFeed> feeds =
            Caffeine.newBuilder().expireAfterWrite(AT_HAND).maximumSize(MOST).build();

    Map<PartnerId, PartnerFeed> among(Set<PartnerId> wanted) {
        return feeds.getAllPresent(wanted);
    }

    void learn(Map<PartnerId, PartnerFeed> read) {
        feeds.putAll(read);
    }

    void forget() {
        feeds.invalidateAll();
    }
}
