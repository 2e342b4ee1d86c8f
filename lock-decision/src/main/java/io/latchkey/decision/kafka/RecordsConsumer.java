package io.latchkey.decision.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.decision.app.DecisionRecord;
import io.latchkey.decision.app.DecisionRecords;
import io.latchkey.decision.app.Source;
import io.latchkey.events.EventTypes;
import io.latchkey.events.LoanDecision;
import io.latchkey.kit.kafka.DeadLetters;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.Inbound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps what was decided, as its topic has it. Nobody waits for it: it gathers for a second, in a consumer group of its
 * own, so that it costs next to nothing and no rebalance of it touches what decides.
 */
@ApplicationScoped
class RecordsConsumer {

    private final DecisionRecords records;
    private final DeadLetters deadLetters;
    private final Progress progress;

    RecordsConsumer(DecisionRecords records, DeadLetters deadLetters, Progress progress) {
        this.records = records;
        this.deadLetters = deadLetters;
        this.progress = progress;
    }

    @Incoming("loan-decisions")
    Uni<Void> decisions(ConsumerRecords<String, byte[]> polled) {
        List<DecisionRecord> decisions = new ArrayList<>();
        List<Inbound.Poison> poison = new ArrayList<>();
        Map<Source, Long> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> one : polled) {
            next.merge(new Source(one.topic(), one.partition()), one.offset() + 1, Math::max);
            switch (EventCodec.read(one)) {
                case Inbound.Poison unreadable -> poison.add(unreadable);
                case Inbound.Fact fact -> {
                    // What was decided for a whole fleet stands in the same topic and belongs to no loan.
                    if (fact.event() instanceof LoanDecision decision) {
                        decisions.add(record(decision, one));
                    }
                }
            }
        }
        return Outages.outlast(Uni.createFrom().deferred(() -> deadLetters.send(poison)))
                .chain(() -> Outages.outlast(Uni.createFrom().deferred(() -> records.keep(decisions, next))))
                .invoke(() -> progress.made(next));
    }

    private static DecisionRecord record(LoanDecision decision, ConsumerRecord<String, byte[]> record) {
        return new DecisionRecord(
                decision.loanId(),
                decision.number(),
                decision.decidedAt(),
                EventTypes.nameOf(decision.getClass()),
                new String(record.value(), UTF_8));
    }
}
