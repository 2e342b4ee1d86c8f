package io.latchkey.system.bench.rival;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of a rival: as many partitions as ours have on a local stack. */
public final class RivalTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

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
            awaitKnown(admin, topics);
        }
    }

    /** A broker may tell of a new topic a moment after it has made it. */
    private static void awaitKnown(Admin admin, List<String> topics) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.describeTopics(topics).allTopicNames().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
