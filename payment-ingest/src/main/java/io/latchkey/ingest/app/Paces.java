package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Allowance;
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

    private final Map<PartnerId, Allowance> allowances = new ConcurrentHashMap<>();

    /**
     * Spends one of a partner's requests.
     *
     * @param partner the partner
     * @param now the system clock
     * @return nothing if it may go on, else how long it has to wait
     */
    public Optional<Duration> spend(Partner partner, Instant now) {
        return allowances
                .computeIfAbsent(partner.id(), id -> new Allowance(partner.pace(), now))
                .spend(now);
    }
}
