package io.latchkey.decision.kafka;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Feed;
import io.latchkey.decision.app.Source;
import io.latchkey.events.Topic;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;

/** Compares what Kafka holds in our partitions with what was committed. */
@ApplicationScoped
class KafkaFeed implements Feed {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaClientService clients;
    private final Progress progress;

    KafkaFeed(KafkaClientService clients, Progress progress) {
        this.clients = clients;
        this.progress = progress;
    }

    @Override
    public Uni<Void> caughtUp() {
        return caughtUp(Topic.INSTALLMENT_EVENTS);
    }

    Uni<Void> caughtUp(Topic topic) {
        return clients.<String, byte[]>getConsumer(topic.topicName())
                .runOnPollingThread((Consumer<String, byte[]> consumer) -> ends(consumer))
                .chain(ends -> Uni.createFrom()
                        .item(() -> progress.reached(ends))
                        .onItem()
                        .delayIt()
                        .by(PAUSE)
                        .repeat()
                        .until(reached -> reached)
                        .collect()
                        .last())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private static Map<Source, Long> ends(Consumer<String, byte[]> consumer) {
        if (consumer.assignment().isEmpty()) {
            throw new IllegalStateException("no partition is assigned to this instance");
        }
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .collect(toMap(
                        end -> new Source(end.getKey().topic(), end.getKey().partition()), Map.Entry::getValue));
    }
}
