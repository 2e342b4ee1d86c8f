package io.latchkey.decision.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.decision.app.DecisionRecord;
import io.latchkey.decision.app.DecisionRecords;
import io.latchkey.decision.app.PolicyKey;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Rules;
import io.latchkey.events.Event;
import io.latchkey.events.EventJson;
import io.latchkey.events.EventTypes;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.kit.work.FreshContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records of decisions in PostgreSQL: a poll's records and its offsets by one statement. */
@ApplicationScoped
class ReactiveDecisionRecords implements DecisionRecords {

    private static final String KEEP = """
            with records as (
                insert into decision_record (loan_id, number, decided_at, type, content)
                select loan_id, number, cast(decided_at as timestamptz), type, content
                from unnest(cast(:loan_id as text[]), cast(:number as bigint[]), cast(:decided_at as text[]),
                    cast(:type as text[]), cast(:content as text[]))
                    as given (loan_id, number, decided_at, type, content)
                on conflict do nothing
            )
            insert into consumed as known (topic, part, next_offset)
            select * from unnest(cast(:topics as text[]), cast(:parts as int[]), cast(:offsets as bigint[]))
            on conflict (topic, part) do update set next_offset = greatest(known.next_offset, excluded.next_offset)""";

    static final String AT = "select type, content from decision_record"
            + " where loan_id = :id and decided_at <= :moment order by number desc limit 1";

    static final String BEFORE = "select type, content from decision_record"
            + " where loan_id = :id and number < :before order by number desc limit :most";

    private final Mutiny.SessionFactory sessions;
    private final FreshContext contexts;
    private final KnownRules known;

    ReactiveDecisionRecords(Mutiny.SessionFactory sessions, FreshContext contexts, KnownRules known) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.known = known;
    }

    @Override
    public Uni<Void> keep(List<DecisionRecord> records, Map<Source, Long> next) {
        List<Source> sources = List.copyOf(next.keySet());
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(KEEP)
                .setParameter(
                        "loan_id", texts(records, record -> record.loanId().value()))
                .setParameter(
                        "number", records.stream().map(DecisionRecord::number).toArray(Long[]::new))
                .setParameter("decided_at", texts(records, record -> inMicros(record.decidedAt())
                        .toString()))
                .setParameter("type", texts(records, DecisionRecord::type))
                .setParameter("content", texts(records, DecisionRecord::content))
                .setParameter("topics", texts(sources, Source::topic))
                .setParameter("parts", sources.stream().map(Source::partition).toArray(Integer[]::new))
                .setParameter("offsets", sources.stream().map(next::get).toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid()));
    }

    /** The database rounds what is finer, up too, and then a decision would not stand at its own moment. */
    private static Instant inMicros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static <R> String[] texts(List<R> rows, Function<R, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    @Override
    public Uni<Optional<LoanDecision>> at(LoanId loanId, Instant moment) {
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(AT, Object[].class)
                .setParameter("id", loanId.value())
                .setParameter("moment", inMicros(moment))
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(ReactiveDecisionRecords::decision))));
    }

    @Override
    public Uni<List<LoanDecision>> before(LoanId loanId, long before, int limit) {
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(BEFORE, Object[].class)
                .setParameter("id", loanId.value())
                .setParameter("before", before)
                .setParameter("most", limit)
                .getResultList()
                .map(rows ->
                        rows.stream().map(ReactiveDecisionRecords::decision).toList())));
    }

    private static LoanDecision decision(Object[] row) {
        Class<? extends Event> type = EventTypes.byName((String) row[0])
                .orElseThrow(() -> new IllegalStateException("the records hold an unknown type " + row[0]));
        return (LoanDecision) EventJson.read(type, ((String) row[1]).getBytes(UTF_8));
    }

    @Override
    public Uni<Optional<Loan>> loan(LoanId loanId) {
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(
                        "select " + LoanRow.COLUMNS + " from loan where loan_id = :id", Object[].class)
                .setParameter("id", loanId.value())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(LoanRow::of).map(LoanMapper::toDomain))));
    }

    @Override
    public Uni<Map<PolicyKey, Rules>> rules(Set<PolicyKey> policies) {
        return contexts.run(() -> sessions.withSession(session -> new Reads(session, known).rules(policies)));
    }
}
