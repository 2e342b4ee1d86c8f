package io.latchkey.decision.kafka;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Cause;
import io.latchkey.decision.app.Incoming;
import io.latchkey.decision.app.Refusal;
import io.latchkey.decision.app.Source;
import io.latchkey.events.Event;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.InstallmentEvent.PaymentReceived;
import io.latchkey.events.SupportRequest.BatchApproved;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What one poll brought, read: the events that concern us, and the records that nobody can read.
 *
 * @param batch the events
 * @param poison the unreadable records
 * @param <E> the kind of event
 */
record Poll<E>(Batch<E> batch, List<Inbound.Poison> poison) {

    Poll {
        poison = List.copyOf(poison);
    }

    /**
     * Reads records.
     *
     * @param records what was polled
     * @param mapper what an event of some id means here, or nothing if it does not concern us
     * @param seenAt system time
     */
    static <E> Poll<E> of(
            ConsumerRecords<String, byte[]> records, BiFunction<Event, String, Optional<E>> mapper, Instant seenAt) {
        List<Incoming<E>> events = new ArrayList<>();
        List<Batch.Watermark> watermarks = new ArrayList<>();
        List<Batch.Approval> approvals = new ArrayList<>();
        List<Batch.Received> received = new ArrayList<>();
        List<Inbound.Poison> poison = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> one : records) {
            switch (EventCodec.read(one)) {
                case Inbound.Poison unreadable -> poison.add(unreadable);
                case Inbound.Fact fact
                when fact.event() instanceof FeedWatermark mark ->
                    watermarks.add(
                            new Batch.Watermark(mark.partnerId(), sourceOf(fact.origin()), mark.completeThrough()));
                case Inbound.Fact fact
                when fact.event() instanceof BatchApproved approved -> approvals.add(approval(fact, approved, seenAt));
                case Inbound.Fact fact -> {
                    try {
                        mapper.apply(fact.event(), fact.meta().id())
                                .ifPresent(event -> events.add(incoming(fact, event, seenAt)));
                        if (fact.event() instanceof PaymentReceived paid) {
                            received.add(received(fact, paid));
                        }
                    } catch (IllegalArgumentException | ArithmeticException contradiction) {
                        poison.add(new Inbound.Poison(String.valueOf(contradiction.getMessage()), one));
                    }
                }
            }
        }
        return new Poll<>(new Batch<>(events, next(records), watermarks, approvals, received), poison);
    }

    private static <E> Incoming<E> incoming(Inbound.Fact fact, E event, Instant seenAt) {
        return new Incoming<>(sourceOf(fact.origin()), fact.origin().offset(), causeOf(fact, seenAt), event);
    }

    private static Batch.Received received(Inbound.Fact fact, PaymentReceived paid) {
        return new Batch.Received(
                paid.partnerId(), sourceOf(fact.origin()), fact.origin().offset(), paid.acceptedAt());
    }

    private static Batch.Approval approval(Inbound.Fact fact, BatchApproved approved, Instant seenAt) {
        return new Batch.Approval(
                approved.partnerId(), approved.batchId(), approved.by(), approved.requestedAt(), causeOf(fact, seenAt));
    }

    private static Cause causeOf(Inbound.Fact fact, Instant seenAt) {
        return new Cause(fact.meta().id(), fact.meta().traceparent(), seenAt);
    }

    private static Source sourceOf(Origin origin) {
        return new Source(origin.topic(), origin.partition());
    }

    private static Map<Source, Long> next(ConsumerRecords<String, byte[]> records) {
        return records.partitions().stream()
                .collect(toMap(
                        partition -> new Source(partition.topic(), partition.partition()),
                        partition -> records.records(partition).getLast().offset() + 1));
    }

    /** The records that the domain refused, as poison. */
    static List<Inbound.Poison> poison(ConsumerRecords<String, byte[]> records, List<Refusal> refusals) {
        List<Inbound.Poison> poison = new ArrayList<>();
        for (Refusal refusal : refusals) {
            for (ConsumerRecord<String, byte[]> one :
                    records.records(refusal.source().topic())) {
                if (one.partition() == refusal.source().partition() && one.offset() == refusal.offset()) {
                    poison.add(new Inbound.Poison(refusal.reason(), one));
                }
            }
        }
        return poison;
    }
}
