package io.latchkey.kit.work;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs each unit of work on a Vert.x context of its own. Hibernate Reactive keeps the session in the context: two units
 * on one context would share it, and each other's transaction; and a poll batch, a message from the broker and a timer
 * have none.
 */
@ApplicationScoped
public class FreshContext {

    private final Vertx vertx;
    private final List<ContextInternal> loops;
    private final AtomicInteger turn = new AtomicInteger();

    FreshContext(Vertx vertx) {
        this.vertx = vertx;
        this.loops = Stream.generate(((ContextInternal) vertx.getOrCreateContext()).owner()::createEventLoopContext)
                .limit(Runtime.getRuntime().availableProcessors())
                .toList();
    }

    /**
     * Runs work on the event loop of whoever asks for it, or on any.
     *
     * @param work begun anew for each subscription
     * @param <T> what it gives
     * @return what it gives, on the work's own context
     */
    public <T> Uni<T> run(Supplier<Uni<? extends T>> work) {
        return on(vertx::getOrCreateContext, work);
    }

    /**
     * Runs work on each event loop in turn, so that several pieces of work run side by side, each to its end.
     *
     * @param work begun anew for each subscription
     * @param <T> what it gives
     * @return what it gives, on the work's own context
     */
    public <T> Uni<T> runInTurn(Supplier<Uni<? extends T>> work) {
        return on(() -> loops.get(Math.floorMod(turn.getAndIncrement(), loops.size())), work);
    }

    private static <T> Uni<T> on(Supplier<Context> loop, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(loop.get());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> Uni.createFrom().deferred(work).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
