package io.latchkey.notice.kafka;

import static java.util.stream.Collectors.groupingBy;

import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.kit.kafka.DeadLetters;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.notice.app.NoticeReceived;
import io.latchkey.notice.app.Outcome;
import io.latchkey.notice.app.SendNotice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Has notices sent: those of one loan one after the other, those of different loans side by side, so that one server's
 * slowness costs the others little. A poll batch is acknowledged when each of its notices is settled.
 */
@ApplicationScoped
class NoticesConsumer {

    /** All of a poll batch: a letter that a server wants later must not hold back those beside it. */
    private static final int SIDE_BY_SIDE = 50;

    private final SendNotice sendNotice;
    private final DeadLetters deadLetters;

    NoticesConsumer(SendNotice sendNotice, DeadLetters deadLetters) {
        this.sendNotice = sendNotice;
        this.deadLetters = deadLetters;
    }

    @Incoming("borrower-notices")
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        Collection<List<ConsumerRecord<String, byte[]>>> byLoan = StreamSupport.stream(records.spliterator(), false)
                .collect(groupingBy(
                        record -> Optional.ofNullable(record.key()).orElse(""),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
        return Multi.createFrom()
                .iterable(byLoan)
                .onItem()
                .transformToUni(this::settleInOrder)
                .merge(SIDE_BY_SIDE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settleInOrder(List<ConsumerRecord<String, byte[]>> ofOneLoan) {
        return Multi.createFrom()
                .iterable(ofOneLoan)
                .onItem()
                .transformToUniAndConcatenate(this::settle)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settle(ConsumerRecord<String, byte[]> received) {
        return switch (EventCodec.read(received)) {
            case Inbound.Poison unreadable -> putAside(unreadable.reason(), received);
            case Inbound.Fact fact
            when fact.event() instanceof NoticeOrdered notice ->
                Outages.<Outcome>outlast(
                                "notice " + notice.noticeId(),
                                () -> sendNotice.on(new NoticeReceived(notice, fact.meta())))
                        .chain(outcome -> outcome instanceof Outcome.Unreadable unreadable
                                ? putAside(unreadable.why(), received)
                                : Uni.createFrom().voidItem());
            case Inbound.Fact other ->
                putAside("a " + other.event().getClass().getSimpleName() + " is no notice", received);
        };
    }

    private Uni<Void> putAside(String reason, ConsumerRecord<String, byte[]> received) {
        return Outages.outlast("dead letter", () -> deadLetters.send(List.of(new Inbound.Poison(reason, received))));
    }
}
