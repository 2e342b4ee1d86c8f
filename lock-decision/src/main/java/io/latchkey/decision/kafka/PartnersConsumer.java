package io.latchkey.decision.kafka;

import io.latchkey.decision.app.ReadPartners;
import io.latchkey.events.PartnerEvent;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads partners and their policies. */
@ApplicationScoped
class PartnersConsumer {

    private final ReadPartners readPartners;
    private final DeadLetters deadLetters;
    private final SystemClock clock;
    private final Progress progress;

    PartnersConsumer(ReadPartners readPartners, DeadLetters deadLetters, SystemClock clock, Progress progress) {
        this.readPartners = readPartners;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.progress = progress;
    }

    @Incoming("partners")
    Uni<Void> partners(ConsumerRecords<String, byte[]> records) {
        Poll<PartnerEvent> poll = Poll.of(records, (event, id) -> Optional.of((PartnerEvent) event), clock.now());
        return Outages.outlast(Uni.createFrom().deferred(() -> deadLetters.send(poll.poison())))
                .chain(() -> Outages.outlast(Uni.createFrom().deferred(() -> readPartners.on(poll.batch()))))
                .invoke(() -> progress.made(poll.batch().next()));
    }
}
