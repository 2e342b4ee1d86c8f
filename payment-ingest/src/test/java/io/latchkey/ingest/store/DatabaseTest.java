package io.latchkey.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.ingest.IngestConfig;
import io.latchkey.ingest.app.UnavailableException;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final int CONNECTIONS = 2;

    private final List<Promise<RowSet<Row>>> underWay = new ArrayList<>();
    private final Database database = new Database(
            fake(Mutiny.SessionFactory.class, () -> new IllegalStateException("not asked here")),
            fake(Pool.class, () -> fake(PreparedQuery.class, this::hang)),
            CONNECTIONS,
            new Impatient());

    private record Impatient() implements IngestConfig {

        @Override
        public Path partnersFile() {
            return Path.of("none");
        }

        @Override
        public Optional<String> vaultKeys() {
            return Optional.empty();
        }

        @Override
        public Duration answerWithin() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration uploadWithin() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration statementPatience() {
            return Duration.ofMillis(1);
        }
    }

    @Test
    void keepsNoMoreStatementsThanThereAreConnectionsWhenAllHang() {
        for (int i = 0; i < CONNECTIONS + 3; i++) {
            assertUnavailable();
        }

        assertThat(underWay).hasSize(CONNECTIONS);
    }

    @Test
    void asksAgainWhenStatementsThatHungHaveEnded() {
        for (int i = 0; i < CONNECTIONS; i++) {
            assertUnavailable();
        }
        underWay.get(0).fail("the connection broke");
        underWay.get(1).complete();

        assertUnavailable();

        assertThat(underWay).hasSize(CONNECTIONS + 1);
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> database.run("select 1", Tuple.tuple()).await().indefinitely())
                .isInstanceOf(UnavailableException.class);
    }

    private Object hang() {
        Promise<RowSet<Row>> promise = Promise.promise();
        underWay.add(promise);
        return promise.future();
    }

    /** Gives the same answer to every call. */
    private static <T> T fake(Class<T> type, Supplier<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.get()));
    }
}
