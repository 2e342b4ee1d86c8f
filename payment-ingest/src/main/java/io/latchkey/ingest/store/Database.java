package io.latchkey.ingest.store;

import io.latchkey.ingest.IngestConfig;
import io.latchkey.ingest.app.UnavailableException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs single statements. Each is a transaction by itself and so one round trip: every step of this service is one
 * statement.
 */
@ApplicationScoped
class Database {

    private static final String AWAY = "the database did not answer";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final int connections;
    private final Duration patience;
    private final AtomicInteger underWay = new AtomicInteger();

    Database(
            Mutiny.SessionFactory sessions,
            Pool pool,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int connections,
            IngestConfig config) {
        this.sessions = sessions;
        this.pool = pool;
        this.connections = connections;
        this.patience = config.statementPatience();
    }

    <T> Uni<T> run(Function<Mutiny.StatelessSession, Uni<T>> statement) {
        return inTime(sessions.withStatelessSession(statement));
    }

    /**
     * Runs a statement of every webhook's way, for many at once: as it is, because a session costs more than the
     * statement. When all connections hang, one more would only be kept until they do no longer; it fails at once.
     */
    Uni<RowSet<Row>> run(String sql, Tuple values) {
        return Uni.createFrom().deferred(() -> {
            if (underWay.incrementAndGet() > connections) {
                underWay.decrementAndGet();
                return Uni.createFrom().failure(new UnavailableException(AWAY));
            }
            // Counted until it ends, not until somebody gives up.
            return inTime(Uni.createFrom()
                    .completionStage(pool.preparedQuery(sql)
                            .execute(values)
                            .onComplete(ended -> underWay.decrementAndGet())
                            .toCompletionStage()));
        });
    }

    private <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem().after(patience).fail().onFailure().transform(e -> new UnavailableException(AWAY, e));
    }
}
