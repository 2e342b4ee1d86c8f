package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** How far this instance has come in each partition that it reads; what the database says, kept at hand. */
@ApplicationScoped
class Progress {

    private final Map<Source, Long> next = new ConcurrentHashMap<>();
    private final Set<Source> assigned = ConcurrentHashMap.newKeySet();

    /** Begins to read a partition; it may have been ours before, and another's since. */
    void begin(Source source, long offset) {
        next.merge(source, offset, Math::max);
        assigned.add(source);
    }

    /** What goes on in partitions that another instance reads now is not waited for. */
    void end(Collection<Source> sources) {
        assigned.removeAll(sources);
    }

    /** The partitions of a topic that this instance reads now. */
    List<TopicPartition> assigned(String topic) {
        return assigned.stream()
                .filter(source -> source.topic().equals(topic))
                .map(source -> new TopicPartition(topic, source.partition()))
                .toList();
    }

    void made(Map<Source, Long> offsets) {
        offsets.forEach((source, offset) -> next.merge(source, offset, Math::max));
    }

    boolean reached(Map<Source, Long> ends) {
        return ends.entrySet().stream()
                .filter(end -> assigned.contains(end.getKey()))
                .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
