package io.latchkey.decision.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LockIntent;
import io.latchkey.kit.kafka.OutgoingEvent;
import java.time.Duration;
import java.util.List;

/**
 * Watches whether the words of a loan, and those to a handset, come in the order of their numbers. Of whom nothing was heard
 * for a while, any number is the next: only commits of the same moment can overtake each other.
 */
final class Succession {

    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final int MOST = 100_000;

    private final Cache<String, Long> last =
            Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(MOST).build();

    /** Tells whether some word came before the one that it follows. */
    synchronized boolean isBroken(List<OutgoingEvent> words) {
        boolean broken = false;
        for (OutgoingEvent word : words) {
            if (word.event() instanceof LoanDecision decision) {
                broken |= skips(decision.key(), decision.number());
            } else if (word.event() instanceof LockIntent intent) {
                broken |= skips(intent.key(), intent.revision());
            }
        }
        return broken;
    }

    private boolean skips(String whose, long number) {
        Long known = last.getIfPresent(whose);
        last.put(whose, known == null ? number : Math.max(known, number));
        return known != null && number > known + 1;
    }
}
