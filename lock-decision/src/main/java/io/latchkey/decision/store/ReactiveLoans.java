package io.latchkey.decision.store;

import io.latchkey.decision.app.Loans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loans in PostgreSQL by Hibernate Reactive. */
@ApplicationScoped
class ReactiveLoans implements Loans {

    private final Mutiny.SessionFactory sessions;
    private final FreshContext contexts;

    ReactiveLoans(Mutiny.SessionFactory sessions, FreshContext contexts) {
        this.sessions = sessions;
        this.contexts = contexts;
    }

    @Override
    public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
        return contexts.run(() -> sessions.withTransaction(session -> work.apply(new ReactiveTransaction(session))));
    }

    @Override
    public Uni<Boolean> anyDue(Instant now) {
        return contexts.run(
                () -> sessions.withSession(session -> session.createSelectionQuery(DueLoans.DUE, LoanRow.class)
                        .setParameter("now", now)
                        .setMaxResults(1)
                        .getSingleResultOrNull()
                        .chain(due -> due != null
                                ? Uni.createFrom().item(true)
                                : session.createSelectionQuery(DueLoans.READY, LoanRow.class)
                                        .setMaxResults(1)
                                        .getSingleResultOrNull()
                                        .map(ready -> ready != null))));
    }

    @Override
    public Uni<Optional<Instant>> nextDeadline() {
        return contexts.run(() -> sessions.withSession(session -> session.createSelectionQuery(
                        "select min(l.nextDeadline) from LoanRow l where l.nextDeadline is not null", Instant.class)
                .getSingleResultOrNull()
                .map(Optional::ofNullable)));
    }
}
