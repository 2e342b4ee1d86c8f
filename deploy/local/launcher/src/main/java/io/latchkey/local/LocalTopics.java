package io.latchkey.local;

import io.latchkey.events.Topic;
import java.util.List;
import java.util.stream.Stream;

/** The topics of the local stack, as the Kafka node's command line names them: {@code name:partitions:cleanup}. */
public final class LocalTopics {

    private static final int PARTITIONS = 6;

    private LocalTopics() {}

    /** Every topic, each with its topic of dead letters. */
    public static List<String> all() {
        return Stream.of(Topic.values()).flatMap(LocalTopics::withDeadLetters).toList();
    }

    private static Stream<String> withDeadLetters(Topic topic) {
        int partitions = topic == Topic.LOCAL_CLOCK ? 1 : PARTITIONS;
        String cleanup =
                switch (topic.cleanup()) {
                    case KEEP -> "keep";
                    case COMPACT -> "compact";
                };
        return Stream.of(
                topic.topicName() + ":" + partitions + ":" + cleanup,
                topic.deadLetterTopicName() + ":" + partitions + ":keep");
    }
}
