package io.latchkey.decision.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.latchkey.decision.app.PolicyKey;
import io.latchkey.decision.domain.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The rules that nearly every batch needs, kept at hand for a second. A version of a policy never changes; of how a
 * partner presents itself another instance may hear first, so that much later its word counts here.
 */
@ApplicationScoped
class KnownRules {

    private static final Duration AT_HAND = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Cache<PolicyKey, Rules> rules =
            Caffeine.newBuilder().expireAfterWrite(AT_HAND).maximumSize(MOST).build();

    Map<PolicyKey, Rules> among(Set<PolicyKey> wanted) {
        return rules.getAllPresent(wanted);
    }

    void learn(Map<PolicyKey, Rules> read) {
        rules.putAll(read);
    }

    void forget() {
        rules.invalidateAll();
    }
}
