package io.latchkey.ingest.store;

import io.latchkey.ingest.IngestConfig;
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

    private final Mutiny.SessionFactory sessions;
    private final FreshContext contexts;
    private final Duration patience;

    Database(Mutiny.SessionFactory sessions, FreshContext contexts, IngestConfig config) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.patience = config.statementPatience();
    }

    /** Runs a statement that belongs to no request alone. */
    <T> Uni<T> runApart(Function<Mutiny.StatelessSession, Uni<T>> statement) {
        return contexts.run(() -> run(statement));
    }

    <T> Uni<T> run(Function<Mutiny.StatelessSession, Uni<T>> statement) {
        return sessions.withStatelessSession(statement)
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .transform(e -> new UnavailableException("the database did not answer", e));
    }
}
