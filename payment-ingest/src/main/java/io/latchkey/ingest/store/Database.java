package io.latchkey.ingest.store;

import io.latchkey.ingest.app.UnavailableException;
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

    Database(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
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
