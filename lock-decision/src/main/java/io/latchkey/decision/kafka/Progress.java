package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far this instance has come in each partition that it reads; what the database says, kept at hand. */
@ApplicationScoped
class Progress {

    private final Map<Source, Long> next = new ConcurrentHashMap<>();

    void made(Map<Source, Long> offsets) {
        offsets.forEach((source, offset) -> next.merge(source, offset, Math::max));
    }

    boolean reached(Map<Source, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
