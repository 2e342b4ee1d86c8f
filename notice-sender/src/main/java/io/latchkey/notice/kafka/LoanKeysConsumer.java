package io.latchkey.notice.kafka;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.LoanId;
import io.latchkey.events.LoanKeyWrapped;
import io.latchkey.kit.kafka.DeadLetters;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.notice.app.LoanKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps loans' keys as they come, and forgets them when a tombstone says so. */
@ApplicationScoped
class LoanKeysConsumer {

    private final LoanKeys loanKeys;
    private final DeadLetters deadLetters;

    LoanKeysConsumer(LoanKeys loanKeys, DeadLetters deadLetters) {
        this.loanKeys = loanKeys;
        this.deadLetters = deadLetters;
    }

    @Incoming("loan-keys")
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        List<LoanKeys.Change> changes = new ArrayList<>();
        List<Inbound.Poison> poison = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> one : records) {
            read(one, changes, poison);
        }
        Map<Integer, Long> next = records.partitions().stream()
                .collect(toMap(
                        TopicPartition::partition,
                        partition -> records.records(partition).getLast().offset() + 1));
        return Outages.<Void>outlast("dead letters", () -> deadLetters.send(poison))
                .chain(() -> Outages.outlast("keys of loans", () -> loanKeys.keep(changes, next)));
    }

    private static void read(
            ConsumerRecord<String, byte[]> one, List<LoanKeys.Change> changes, List<Inbound.Poison> poison) {
        if (one.value() == null) {
            try {
                LoanId erased = new LoanId(Optional.ofNullable(one.key()).orElse(""));
                changes.add(new LoanKeys.Change(erased, Optional.empty(), one.partition(), one.offset()));
            } catch (IllegalArgumentException e) {
                poison.add(new Inbound.Poison("a tombstone must have a loan's id as its key", one));
            }
            return;
        }
        switch (EventCodec.read(one)) {
            case Inbound.Poison unreadable -> poison.add(unreadable);
            case Inbound.Fact fact
            when fact.event() instanceof LoanKeyWrapped key ->
                changes.add(
                        new LoanKeys.Change(key.loanId(), Optional.of(key.wrapped()), one.partition(), one.offset()));
            case Inbound.Fact other -> poison.add(new Inbound.Poison("it is no loan's key", one));
        }
    }
}
