package io.latchkey.decision.kafka;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * A large poll, parted so that all processors have work while one part waits for the database. A partition is never
 * parted. What one poll usually brings stays whole: two transactions cost more than one.
 */
final class Lanes {

    private static final int WORTH_PARTING = 100;
    private static final int LANES_OF_A_PROCESSOR = 2;

    private Lanes() {}

    /**
     * Does the work for each lane; done when all are done.
     *
     * @param aside lets work be done on another thread, if there are several lanes
     */
    static Uni<Void> each(
            ConsumerRecords<String, byte[]> polled,
            UnaryOperator<Uni<Void>> aside,
            Function<ConsumerRecords<String, byte[]>, Uni<Void>> work) {
        List<ConsumerRecords<String, byte[]>> lanes =
                of(polled, LANES_OF_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
        if (lanes.size() == 1) {
            return work.apply(polled);
        }
        return Uni.join()
                .all(lanes.stream()
                        .map(lane -> aside.apply(Uni.createFrom().deferred(() -> work.apply(lane))))
                        .toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    /** The largest partitions first, each into the lane that has the least. */
    static List<ConsumerRecords<String, byte[]>> of(ConsumerRecords<String, byte[]> polled, int most) {
        int count = Math.min(most, polled.partitions().size());
        if (polled.count() < WORTH_PARTING || count < 2) {
            return List.of(polled);
        }
        List<Map<TopicPartition, List<ConsumerRecord<String, byte[]>>>> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lanes.add(new HashMap<>());
        }
        polled.partitions().stream()
                .sorted(comparing((TopicPartition one) -> polled.records(one).size())
                        .reversed()
                        .thenComparingInt(TopicPartition::partition))
                .forEach(one -> lanes.stream()
                        .min(comparingInt(Lanes::size))
                        .orElseThrow()
                        .put(one, polled.records(one)));
        return lanes.stream().map(lane -> new ConsumerRecords<>(lane, Map.of())).toList();
    }

    private static int size(Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> lane) {
        return lane.values().stream().mapToInt(List::size).sum();
    }
}
