package io.latchkey.gateway.store;

import io.latchkey.kit.work.FreshContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens sessions for callers of any thread. */
@ApplicationScoped
class Sessions {

    private final Mutiny.SessionFactory factory;
    private final FreshContext contexts;

    Sessions(Mutiny.SessionFactory factory, FreshContext contexts) {
        this.factory = factory;
        this.contexts = contexts;
    }

    <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        return contexts.run(() -> factory.withTransaction(work));
    }

    <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return contexts.run(() -> factory.withSession(work));
    }

    <T> Uni<T> inStatelessSession(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return contexts.run(() -> factory.withStatelessSession(work));
    }
}
