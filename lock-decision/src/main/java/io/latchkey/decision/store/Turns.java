package io.latchkey.decision.store;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Locks on names that need no row, held until the end of the transaction. */
record Turns(Mutiny.Session session) {

    private static final String TAKE = "select count(pg_advisory_xact_lock(hashtextextended(name, 0)))"
            + " from unnest(cast(:names as text[])) as names (name)";

    /** Waits for all; they are to be given in order, so that no two transactions wait for each other. */
    Uni<Void> take(String[] names) {
        return session.createNativeQuery(TAKE, Long.class)
                .setParameter("names", names)
                .getSingleResult()
                .replaceWithVoid();
    }
}
