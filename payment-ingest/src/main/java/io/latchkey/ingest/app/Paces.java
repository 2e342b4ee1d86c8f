package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Allowance;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds each partner to its pace, at this instance. Only what is authentic counts: nobody can use up another's. */
@ApplicationScoped
public class Paces {

    private final Map<PartnerId, Held> held = new ConcurrentHashMap<>();

    /**
     * Spends one of a partner's requests.
     *
     * @param partner the partner
     * @param now the system clock
     * @return nothing if it may go on, else how long it has to wait
     */
    public Optional<Duration> spend(Partner partner, Instant now) {
        Pace pace = partner.terms().pace();
        return held.compute(
                        partner.id(), (id, one) -> one != null && one.pace().equals(pace) ? one : Held.to(pace, now))
                .allowance()
                .spend(now);
    }

    /** A pace that is agreed anew begins anew. */
    private record Held(Pace pace, Allowance allowance) {

        static Held to(Pace pace, Instant now) {
            return new Held(pace, new Allowance(pace, now));
        }
    }
}
