package io.latchkey.kit.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings an answer back to where it was asked for, whichever thread found it. */
public final class CallersContext {

    private CallersContext() {}

    /**
     * Lets what follows run on the caller's Vert.x context.
     *
     * @param answer what is waited for; it may come from any thread
     * @param <T> its kind
     * @return the same; unchanged for a caller that is on no Vert.x context
     */
    public static <T> Uni<T> awaits(Uni<T> answer) {
        Context caller = Vertx.currentContext();
        return caller == null ? answer : answer.emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }
}
