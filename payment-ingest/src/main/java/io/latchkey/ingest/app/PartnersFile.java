package io.latchkey.ingest.app;

import io.latchkey.ingest.domain.Partner;
import java.util.Collection;

/** Partners that are given with the service, and are what they are until it starts again. */
public interface PartnersFile {

    /**
     * All of them.
     *
     * @return partners with different ids
     */
    Collection<Partner> partners();
}
