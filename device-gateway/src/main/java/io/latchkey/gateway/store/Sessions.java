package io.latchkey.gateway.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens sessions for callers of any thread: a poll batch, a report from the broker and a timer have no Vert.x context
 * that a session may be tied to, so each piece of work gets one of its own.
 */
@ApplicationScoped
class Sessions {

    private final Mutiny.SessionFactory factory;
    private final Vertx vertx;

    Sessions(Mutiny.SessionFactory factory, Vertx vertx) {
        this.factory = factory;
        this.vertx = vertx;
    }

    <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        return isolated(() -> factory.withTransaction(work));
    }

    <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return isolated(() -> factory.withSession(work));
    }

    <T> Uni<T> inStatelessSession(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return isolated(() -> factory.withStatelessSession(work));
    }

    private <T> Uni<T> isolated(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            return Uni.createFrom()
                    .deferred(work::get)
                    .runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }
}
