package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Partner;
import java.util.Collection;
import java.util.Optional;

/** The partners that may send. */
public interface Partners {

    /**
     * Finds a partner.
     *
     * @param id the partner
     * @return the partner, or nothing if there is none
     */
    Optional<Partner> find(PartnerId id);

    /**
     * All partners.
     *
     * @return all of them
     */
    Collection<Partner> all();
}
