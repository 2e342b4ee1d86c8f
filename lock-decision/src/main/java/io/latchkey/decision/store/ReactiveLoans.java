package io.latchkey.decision.store;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Loans;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.Partitioning;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.kit.work.FreshContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loans in PostgreSQL by Hibernate Reactive. */
@ApplicationScoped
class ReactiveLoans implements Loans {

    private final Mutiny.SessionFactory sessions;
    private final FreshContext contexts;
    private final Ownership ownership;
    private final Partitioning partitioning;
    private final KnownRules known;
    private final KnownFeeds knownFeeds;

    ReactiveLoans(
            Mutiny.SessionFactory sessions,
            FreshContext contexts,
            Ownership ownership,
            Partitioning partitioning,
            KnownRules known,
            KnownFeeds knownFeeds) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.ownership = ownership;
        this.partitioning = partitioning;
        this.known = known;
        this.knownFeeds = knownFeeds;
    }

    @Override
    public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
        return contexts.run(() -> sessions.withTransaction(
                session -> work.apply(new ReactiveTransaction(session, ownership, partitioning, known, knownFeeds))));
    }

    @Override
    public Uni<List<LoanId>> due(Instant now, Instant systemNow, int limit) {
        return contexts.run(() -> sessions.withSession(
                session -> new DueLoans(session, ownership, partitioning).find(now, systemNow, limit)));
    }

    @Override
    public Uni<Long> countDue(Instant now, Instant systemNow) {
        return contexts.run(() -> sessions.withSession(session -> DueLoans.count(session, now, systemNow)));
    }

    @Override
    public Uni<Long> countUntold() {
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(
                        "select (select count(*) from loan where awaits_receipt)"
                                + " + (select count(*) from device where awaited is not null)"
                                + " + (select count(*) from loan where needs_feed_through is not null or needs_brake_off)",
                        Long.class)
                .getSingleResult()));
    }

    @Override
    public Uni<Optional<Instant>> nextDeadline(Instant now) {
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(
                        "select min(next_deadline) from loan where next_deadline > :now", OffsetDateTime.class)
                .setParameter("now", now)
                .getSingleResultOrNull()
                .map(Feeds::moment)));
    }

    @Override
    public Uni<Integer> putOff(LoanId loanId, IntFunction<Instant> retryAt) {
        return contexts.run(() -> sessions.withTransaction(session -> session.createNativeQuery(
                        "update loan set failed_turns = failed_turns + 1 where loan_id = :id returning failed_turns",
                        Integer.class)
                .setParameter("id", loanId.value())
                .getSingleResult()
                .call(failures -> session.createNativeQuery("update loan set retry_at = :at where loan_id = :id")
                        .setParameter("at", retryAt.apply(failures))
                        .setParameter("id", loanId.value())
                        .executeUpdate())));
    }

    @Override
    public Uni<Void> advance(Map<Source, Long> next) {
        return contexts.run(() -> sessions.withSession(session -> Written.marks(session, ownership.name(), next)));
    }

    @Override
    public Uni<List<Handset>> handsets(Set<DeviceId> deviceIds) {
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(
                        Reads.HANDSETS, Object[].class)
                .setParameter("ids", deviceIds.stream().map(DeviceId::value).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(DeviceRow::of)
                        .map(DeviceMapper::toDomain)
                        .toList())));
    }

    @Override
    public Uni<Map<LoanId, PartnerId>> partners(Set<LoanId> loanIds) {
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(
                        "select loan_id, partner_id from loan where loan_id = any(cast(:ids as text[]))",
                        Object[].class)
                .setParameter("ids", loanIds.stream().map(LoanId::value).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(toMap(row -> new LoanId((String) row[0]), row -> new PartnerId((String) row[1]))))));
    }
}
