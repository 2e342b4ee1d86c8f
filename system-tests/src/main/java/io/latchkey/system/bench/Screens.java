package io.latchkey.system.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What each handset's memory says now; whoever wants hears of each change too. */
final class Screens implements Consumer<Applied> {

    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Map<String, Applied> newest = new ConcurrentHashMap<>();
    private volatile Consumer<Applied> listener = ignored -> {};

    @Override
    public void accept(Applied applied) {
        newest.put(applied.deviceId(), applied);
        listener.accept(applied);
    }

    void tell(Consumer<Applied> other) {
        listener = other;
    }

    Optional<Applied> of(Handset handset) {
        return Optional.ofNullable(newest.get(handset.deviceId()));
    }

    /** Waits until every handset shows a stage. */
    void await(Collection<Handset> handsets, String stage, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        long others = others(handsets, stage);
        while (others > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(others + " handsets did not become " + stage + " within " + patience);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            others = others(handsets, stage);
        }
    }

    private long others(Collection<Handset> handsets, String stage) {
        return handsets.stream()
                .filter(handset ->
                        of(handset).filter(seen -> seen.stage().equals(stage)).isEmpty())
                .count();
    }
}
