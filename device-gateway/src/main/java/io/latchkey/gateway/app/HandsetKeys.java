package io.latchkey.gateway.app;

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
     * @return SubjectPublicKeyInfo in base64 of those that are known
     */
    Uni<Map<HandsetName, String>> of(Collection<HandsetName> names);
}
