package io.latchkey.ingest.store;

import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.kit.work.FreshContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs single statements. Each is a transaction by itself and so one round trip: every step of this service is one
 * statement.
 */
@ApplicationScoped
class Database {

    /** A sender gives up after about as long, and would send again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Mutiny.SessionFactory sessions;
    private final FreshContext contexts;

    Database(Mutiny.SessionFactory sessions, FreshContext contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    /** Runs a statement that belongs to no request alone. */
    <T> Uni<T> runApart(Function<Mutiny.StatelessSession, Uni<T>> statement) {
        return contexts.run(() -> run(statement));
    }

    <T> Uni<T> run(Function<Mutiny.StatelessSession, Uni<T>> statement) {
        return sessions.withStatelessSession(statement)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(e -> new UnavailableException("the database did not answer", e));
    }
}
