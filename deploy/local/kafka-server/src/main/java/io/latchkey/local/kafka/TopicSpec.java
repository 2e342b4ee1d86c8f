package io.latchkey.local.kafka;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One topic to make, as the command line names it: {@code name:partitions:cleanup}.
 *
 * @param cleanup {@code keep} holds records for ever, {@code compact} holds the newest of each key
 */
public record TopicSpec(String name, int partitions, Cleanup cleanup) {

    private static final Pattern SHAPE = Pattern.compile("([a-z0-9._-]{1,249}):([1-9][0-9]{0,3}):(keep|compact)");

    /** What Kafka may throw away. */
    public enum Cleanup {
        /** Nothing. */
        KEEP,
        /** All but the newest record of each key. */
        COMPACT
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is not written as it must be
     */
    public static TopicSpec parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException(
                    "a topic must be written name:partitions:keep|compact but was '" + text + "'");
        }
        Cleanup cleanup = shape.group(3).equals("keep") ? Cleanup.KEEP : Cleanup.COMPACT;
        return new TopicSpec(shape.group(1), Integer.parseInt(shape.group(2)), cleanup);
    }

    NewTopic newTopic() {
        return new NewTopic(name, partitions, (short) 1).configs(settings());
    }

    private Map<String, String> settings() {
        return switch (cleanup) {
            case KEEP -> Map.of("cleanup.policy", "delete", "retention.ms", "-1");
            case COMPACT -> Map.of("cleanup.policy", "compact");
        };
    }
}
