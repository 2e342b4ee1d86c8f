package io.latchkey.decision.kafka;

import io.latchkey.decision.app.DecideBatch;
import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.Event;
import io.latchkey.events.InstallmentEvent;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what happens to loans: facts from partners, and enrollments among the reports. */
@ApplicationScoped
class FactsConsumer {

    private final DecideBatch decideBatch;
    private final DeadLetters deadLetters;
    private final SystemClock clock;
    private final Progress progress;

    FactsConsumer(DecideBatch decideBatch, DeadLetters deadLetters, SystemClock clock, Progress progress) {
        this.decideBatch = decideBatch;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.progress = progress;
    }

    @Incoming("installment-events")
    Uni<Void> facts(ConsumerRecords<String, byte[]> records) {
        return decide(records, event -> Optional.of(LoanEvents.of((InstallmentEvent.AboutLoan) event)));
    }

    @Incoming("device-reports")
    Uni<Void> reports(ConsumerRecords<String, byte[]> records) {
        return decide(
                records,
                event -> event instanceof DeviceReport.EnrollmentCompleted enrolled
                        ? Optional.of(LoanEvents.of(enrolled))
                        : Optional.empty());
    }

    private Uni<Void> decide(ConsumerRecords<String, byte[]> records, Function<Event, Optional<LoanEvent>> mapper) {
        Poll<LoanEvent> poll = Poll.of(records, mapper, clock.now());
        return Outages.outlast(Uni.createFrom().deferred(() -> deadLetters.send(poll.poison())))
                .chain(() -> Outages.outlast(Uni.createFrom()
                        .deferred(() -> decideBatch.on(
                                poll.batch(), refusals -> deadLetters.send(Poll.poison(records, refusals))))))
                .invoke(() -> progress.made(poll.batch().next()));
    }
}
