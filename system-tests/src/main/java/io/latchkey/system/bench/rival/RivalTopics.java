package io.latchkey.system.bench.rival;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of a rival: as many partitions as ours have on a local stack. */
public final class RivalTopics {

    private static final int PARTITIONS = 6;

    private RivalTopics() {}

    /**
     * Makes them and waits until each has its leaders.
     *
     * @param mode which rival
     * @param bootstrapServers of the benchmark's Kafka
     * @throws ExecutionException if Kafka refuses
     */
    public static void make(String mode, String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            List<String> topics = List.of("payments", "intents", "tokens").stream()
                    .map(what -> Rivals.topic(mode, what))
                    .toList();
            admin.createTopics(topics.stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
            admin.describeTopics(topics).allTopicNames().get();
        }
    }
}
