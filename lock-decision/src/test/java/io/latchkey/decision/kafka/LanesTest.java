package io.latchkey.decision.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.testing.RandomSeeds;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class LanesTest {

    @ParameterizedTest
    @RandomSeeds(200)
    void everyPartitionGoesWholeAndInOrderThroughOneLane(long seed) {
        Random random = new Random(seed);
        ConsumerRecords<String, byte[]> polled = polled(IntStream.range(0, 1 + random.nextInt(6))
                .map(partition -> 1 + random.nextInt(200))
                .toArray());

        List<ConsumerRecords<String, byte[]>> lanes = Lanes.of(polled, 1 + random.nextInt(4));

        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> found = new HashMap<>();
        lanes.forEach(lane -> lane.partitions()
                .forEach(one -> assertThat(found.put(one, lane.records(one))).isNull()));
        polled.partitions().forEach(one -> assertThat(found).containsEntry(one, polled.records(one)));
        assertThat(found).hasSameSizeAs(polled.partitions());
        assertThat(lanes).noneMatch(ConsumerRecords::isEmpty);
    }

    @Test
    void lanesAreOfAboutOneLength() {
        assertThat(Lanes.of(polled(300, 100, 150, 50), 2))
                .extracting(ConsumerRecords::count)
                .containsExactly(300, 300);
    }

    @Test
    void aSmallPollStaysWhole() {
        assertThat(Lanes.of(polled(30, 40, 20), 2)).hasSize(1);
    }

    @Test
    void allLanesAreWorkedThoughOneFails() {
        AtomicInteger worked = new AtomicInteger();
        List<Throwable> failures = new ArrayList<>();

        Lanes.each(polled(200, 200), UnaryOperator.identity(), lane -> {
                    worked.addAndGet(lane.count());
                    return lane.partitions().contains(new TopicPartition("installment-events", 0))
                            ? Uni.createFrom().failure(new IllegalStateException("no"))
                            : Uni.createFrom().voidItem();
                })
                .onFailure()
                .invoke(failures::add)
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        assertThat(worked).hasValue(400);
        assertThat(failures).hasSize(1);
    }

    private static ConsumerRecords<String, byte[]> polled(int... sizes) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();
        for (int partition = 0; partition < sizes.length; partition++) {
            int number = partition;
            records.put(
                    new TopicPartition("installment-events", partition),
                    IntStream.range(0, sizes[partition])
                            .mapToObj(offset -> new ConsumerRecord<>(
                                    "installment-events", number, offset, "ln_" + number, new byte[0]))
                            .toList());
        }
        return new ConsumerRecords<>(records, Map.of());
    }
}
