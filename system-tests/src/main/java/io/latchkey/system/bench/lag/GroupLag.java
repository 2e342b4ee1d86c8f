package io.latchkey.system.bench.lag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The lag of consumer groups. */
public final class GroupLag implements AutoCloseable {

    private final List<String> groups;
    private final Admin kafka;

    /**
     * Asks one Kafka.
     *
     * @param groups which groups
     * @param bootstrapServers the Kafka
     */
    public GroupLag(List<String> groups, String bootstrapServers) {
        this.groups = List.copyOf(groups);
        this.kafka = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /**
     * Looks.
     *
     * @return the records that each group has not taken yet
     * @throws ExecutionException if Kafka does not answer
     */
    public Map<String, Long> now() throws InterruptedException, ExecutionException {
        Map<String, Long> lag = new TreeMap<>();
        for (String group : groups) {
            lag.put(group, of(group));
        }
        return lag;
    }

    private long of(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> taken = kafka.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        taken.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        long behind = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                kafka.listOffsets(asked).all().get().entrySet()) {
            OffsetAndMetadata offset = taken.get(end.getKey());
            behind += offset == null ? 0 : end.getValue().offset() - offset.offset();
        }
        return behind;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
