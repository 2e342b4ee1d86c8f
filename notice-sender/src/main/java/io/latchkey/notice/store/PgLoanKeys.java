package io.latchkey.notice.store;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.LoanId;
import io.latchkey.notice.app.LoanKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Keys and how far they were read, in one transaction. */
@ApplicationScoped
class PgLoanKeys implements LoanKeys {

    private static final String FIND = "select wrapped from loan_key where loan_id = $1";

    private static final String NEXT = "select next_offset from consumed where part = $1";

    private static final String BEGIN = """
            insert into consumed (part, next_offset) select part, 0 from unnest(cast($1 as int[])) as asked (part)
            on conflict do nothing
            """;

    /** Whoever had the partition before may still be writing; one waits for the other. */
    private static final String LOCK =
            "select part, next_offset from consumed where part = any(cast($1 as int[])) order by part for update";

    private static final String PUT = """
            insert into loan_key (loan_id, wrapped)
            select loan_id, wrapped from unnest(cast($1 as text[]), cast($2 as text[])) as read (loan_id, wrapped)
            on conflict (loan_id) do update set wrapped = excluded.wrapped
            """;

    private static final String ERASE = "delete from loan_key where loan_id = any(cast($1 as text[]))";

    private static final String ADVANCE = """
            update consumed set next_offset = greatest(consumed.next_offset, read.next_offset)
            from unnest(cast($1 as int[]), cast($2 as bigint[])) as read (part, next_offset)
            where consumed.part = read.part
            """;

    private final Pool pool;

    PgLoanKeys(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<String>> find(LoanId loanId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(loanId.value()))
                .map(rows -> stream(rows).map(row -> row.getString(0)).findFirst());
    }

    @Override
    public Uni<Long> next(int partition) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(partition))
                .map(rows -> stream(rows).map(row -> row.getLong(0)).findFirst().orElse(0L));
    }

    @Override
    public Uni<Void> keep(List<Change> changes, Map<Integer, Long> next) {
        Map<Integer, Long> ordered = new TreeMap<>(next);
        Integer[] partitions = ordered.keySet().toArray(Integer[]::new);
        Long[] offsets = ordered.values().toArray(Long[]::new);
        return pool.withTransaction(connection -> run(connection, BEGIN, Tuple.of(partitions))
                .chain(() -> run(connection, LOCK, Tuple.of(partitions)))
                .map(PgLoanKeys::byPartition)
                .chain(read -> write(connection, newest(changes, read)))
                .chain(() -> run(connection, ADVANCE, Tuple.of(partitions, offsets)))
                .replaceWithVoid());
    }

    /** Only the last change of a loan counts, and only if nobody has kept it, and perhaps a later one, already. */
    private static Map<String, Optional<String>> newest(List<Change> changes, Map<Integer, Long> read) {
        Map<String, Optional<String>> newest = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.offset() >= read.getOrDefault(change.partition(), 0L)) {
                newest.put(change.loanId().value(), change.wrapped());
            }
        }
        return newest;
    }

    private static Uni<Void> write(SqlConnection connection, Map<String, Optional<String>> newest) {
        List<Map.Entry<String, Optional<String>>> put = newest.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .toList();
        String[] erased = newest.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        Tuple values = Tuple.of(
                put.stream().map(Map.Entry::getKey).toArray(String[]::new),
                put.stream().map(entry -> entry.getValue().orElseThrow()).toArray(String[]::new));
        return run(connection, PUT, values)
                .chain(() -> run(connection, ERASE, Tuple.of(erased)))
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static Map<Integer, Long> byPartition(RowSet<Row> rows) {
        return stream(rows).collect(toMap(row -> row.getInteger(0), row -> row.getLong(1)));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
