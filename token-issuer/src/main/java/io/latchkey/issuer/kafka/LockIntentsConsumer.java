package io.latchkey.issuer.kafka;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.latchkey.events.LockIntent;
import io.latchkey.issuer.app.IntentReceived;
import io.latchkey.issuer.app.SignIntents;
import io.latchkey.issuer.app.Unsignable;
import io.latchkey.kit.kafka.DeadLetters;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands poll batches of intents to be signed; the batch is acknowledged when everything of it is safe. */
@ApplicationScoped
class LockIntentsConsumer {

    private final SignIntents signIntents;
    private final DeadLetters deadLetters;

    LockIntentsConsumer(SignIntents signIntents, DeadLetters deadLetters) {
        this.signIntents = signIntents;
        this.deadLetters = deadLetters;
    }

    @Incoming("lock-intents")
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        List<Inbound> batch = StreamSupport.stream(records.spliterator(), false)
                .map(EventCodec::read)
                .toList();
        return signIntents.on(intents(batch)).chain(unsignable -> putAside(records, batch, unsignable));
    }

    private static List<IntentReceived> intents(List<Inbound> batch) {
        List<IntentReceived> intents = new ArrayList<>();
        for (Inbound inbound : batch) {
            // The codec lets nothing but an intent through on this topic.
            if (inbound instanceof Inbound.Fact fact && fact.event() instanceof LockIntent intent) {
                intents.add(new IntentReceived(intent, fact.meta(), fact.origin()));
            }
        }
        return intents;
    }

    private Uni<Void> putAside(
            ConsumerRecords<String, byte[]> records, List<Inbound> batch, List<Unsignable> unsignable) {
        Stream<Inbound.Poison> unreadable =
                batch.stream().filter(Inbound.Poison.class::isInstance).map(Inbound.Poison.class::cast);
        Map<Origin, ConsumerRecord<String, byte[]>> byOrigin = StreamSupport.stream(records.spliterator(), false)
                .collect(toMap(one -> new Origin(one.topic(), one.partition(), one.offset()), Function.identity()));
        Stream<Inbound.Poison> uncarried = unsignable.stream()
                .map(one -> new Inbound.Poison(one.reason(), requireNonNull(byOrigin.get(one.origin()))));
        return deadLetters.send(Stream.concat(unreadable, uncarried).toList());
    }
}
