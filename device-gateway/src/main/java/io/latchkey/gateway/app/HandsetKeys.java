package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.EnrolledKey;
import io.latchkey.gateway.domain.HandsetName;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/** The keys that handsets enrolled with. */
public interface HandsetKeys {

    /**
     * Looks keys up, all at once.
     *
     * @param names enrollments
     * @return the keys of those that are known, as their devices stand now
     */
    Uni<Map<HandsetName, EnrolledKey>> of(Collection<HandsetName> names);
}
