package io.latchkey.tools.dlq;

import io.latchkey.events.Topic;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a dead letter lies.
 *
 * @param topic the topic that it was meant for; it lies in that topic's dead-letter topic
 * @param partition the partition there
 * @param offset the offset there
 */
record LetterId(Topic topic, int partition, long offset) implements Comparable<LetterId> {

    private static final Comparator<LetterId> ORDER = Comparator.comparing(LetterId::topic)
            .thenComparing(LetterId::partition)
            .thenComparing(LetterId::offset);
    private static final Pattern SHAPE = Pattern.compile("([a-z-]{1,40})/([0-9]{1,4})/([0-9]{1,18})");

    /**
     * Reads an id.
     *
     * @param text as {@link #toString} gives it
     * @return nothing if it is none
     */
    static Optional<LetterId> of(String text) {
        Matcher shape = SHAPE.matcher(text);
        return shape.matches()
                ? topicNamed(shape.group(1))
                        .map(topic ->
                                new LetterId(topic, Integer.parseInt(shape.group(2)), Long.parseLong(shape.group(3))))
                : Optional.empty();
    }

    /** The topic of that name. */
    static Optional<Topic> topicNamed(String name) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findAny();
    }

    @Override
    public int compareTo(LetterId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic.topicName() + "/" + partition + "/" + offset;
    }
}
