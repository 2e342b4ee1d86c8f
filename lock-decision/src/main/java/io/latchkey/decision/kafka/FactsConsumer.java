package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.DecideBatch;
import io.latchkey.decision.app.HearHandsets;
import io.latchkey.decision.app.Refusal;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.Event;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.DeadLetters;
import io.latchkey.kit.work.FreshContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what happens to loans: facts from partners, and what handsets do and say. */
@ApplicationScoped
class FactsConsumer {

    private final DecideBatch decideBatch;
    private final HearHandsets hearHandsets;
    private final DeadLetters deadLetters;
    private final SystemClock clock;
    private final Progress progress;
    private final FreshContext contexts;

    FactsConsumer(
            DecideBatch decideBatch,
            HearHandsets hearHandsets,
            DeadLetters deadLetters,
            SystemClock clock,
            Progress progress,
            FreshContext contexts) {
        this.decideBatch = decideBatch;
        this.hearHandsets = hearHandsets;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.progress = progress;
        this.contexts = contexts;
    }

    @Incoming("installment-events")
    Uni<Void> facts(ConsumerRecords<String, byte[]> records) {
        return take(records, LoanEvents::of, decideBatch::on);
    }

    /** What support asks for a loan. */
    @Incoming("support-requests")
    Uni<Void> requests(ConsumerRecords<String, byte[]> records) {
        return take(records, LoanEvents::of, decideBatch::on);
    }

    @Incoming("notice-receipts")
    Uni<Void> receipts(ConsumerRecords<String, byte[]> records) {
        return take(records, LoanEvents::of, decideBatch::on);
    }

    @Incoming("device-reports")
    Uni<Void> reports(ConsumerRecords<String, byte[]> records) {
        return take(records, (event, id) -> DeviceWords.of((DeviceReport) event), hearHandsets::on);
    }

    private <E> Uni<Void> take(
            ConsumerRecords<String, byte[]> polled,
            BiFunction<Event, String, Optional<E>> mapper,
            BiFunction<Batch<E>, Function<List<Refusal>, Uni<Void>>, Uni<Void>> useCase) {
        return Lanes.each(polled, lane -> contexts.runInTurn(() -> lane), records -> {
            Poll<E> poll = Poll.of(records, mapper, clock.now());
            return Outages.outlast(Uni.createFrom().deferred(() -> deadLetters.send(poll.poison())))
                    .chain(() -> Outages.outlast(Uni.createFrom()
                            .deferred(() -> useCase.apply(
                                    poll.batch(), refusals -> deadLetters.send(Poll.poison(records, refusals))))))
                    .invoke(() -> progress.made(poll.batch().next()));
        });
    }
}
