package io.latchkey.decision.app;

import java.util.List;
import java.util.Map;

/**
 * What one poll brought, as far as it could be read.
 *
 * @param events in the order of their partitions
 * @param next the offset after the last record of each partition, read or not
 * @param <E> the kind of event
 */
public record Batch<E>(List<Incoming<E>> events, Map<Source, Long> next) {

    /** Copies both. */
    public Batch {
        events = List.copyOf(events);
        next = Map.copyOf(next);
    }

    /** Leaves out what the store has consumed already: it was delivered again. */
    List<Incoming<E>> beyond(Map<Source, Long> consumed) {
        return events.stream()
                .filter(one -> one.offset() >= consumed.getOrDefault(one.source(), 0L))
                .toList();
    }
}
