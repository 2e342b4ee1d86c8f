package io.latchkey.kit.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * Steps one after the other, however many. To chain each to the one before is a trap: a few thousand need more stack than a
 * thread has, and then nothing fails; it just never ends.
 */
public final class InTurn {

    private InTurn() {}

    /**
     * Takes one step for each.
     *
     * @param all what there is
     * @param step begun when the one before is done
     * @param <T> its kind
     * @return completes after the last step; fails with the first one that fails, and then no other is begun
     */
    public static <T> Uni<Void> each(Iterable<T> all, Function<? super T, ? extends Uni<?>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> step.apply(one).replaceWithVoid())
                .onItem()
                .ignoreAsUni();
    }
}
