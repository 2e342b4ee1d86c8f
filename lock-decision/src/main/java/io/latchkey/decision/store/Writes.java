package io.latchkey.decision.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Commitment;
import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.decision.app.Docket;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.Partitioning;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.Verdict.Parking;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.Event;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes what a transaction came to. Rows are changed in the session and go out together, in JDBC-like batches. */
final class Writes {

    private final Mutiny.Session session;
    private final Ownership ownership;
    private final Partitioning partitioning;
    private boolean afterOthers;

    Writes(Mutiny.Session session, Ownership ownership, Partitioning partitioning) {
        this.session = session;
        this.ownership = ownership;
        this.partitioning = partitioning;
    }

    Uni<Void> keep(Docket docket, Instant now, Map<String, LoanRow> loans, Map<String, DeviceRow> devices) {
        List<Object> added = new ArrayList<>();
        List<Uni<Void>> money = new ArrayList<>();
        for (Verdict verdict : docket.verdicts()) {
            LoanRow loan = loans.computeIfAbsent(verdict.loan().loanId().value(), id -> added(new LoanRow(), added));
            LoanMapper.write(verdict.loan(), verdict.nextDeadline(), now, loan);
            loan.part = partitioning.of(verdict.loan().loanId());
            loan.writer = sign(loan.writer);
            verdict.handset()
                    .ifPresent(handset -> write(
                            handset,
                            loan.part,
                            devices.computeIfAbsent(handset.deviceId().value(), id -> added(new DeviceRow(), added))));
            verdict.parking().forEach(parking -> money.add(park(verdict.loan(), parking)));
            verdict.claims().forEach(paymentId -> money.add(claim(verdict.loan(), paymentId)));
        }
        Uni<Void> written = session.persistAll(added.toArray());
        for (Uni<Void> one : money) {
            written = written.chain(() -> one);
        }
        return written;
    }

    private void write(Handset handset, int partOfLoan, DeviceRow row) {
        DeviceMapper.write(handset, row);
        row.part = row.part == null ? Integer.valueOf(partOfLoan) : row.part;
        row.writer = sign(row.writer);
    }

    private String sign(@Nullable String before) {
        String me = ownership.name();
        afterOthers |= before != null && !before.equals(me);
        return me;
    }

    private static <T> T added(T row, List<Object> added) {
        added.add(row);
        return row;
    }

    private Uni<Void> park(Loan loan, Parking parking) {
        return session.createNativeQuery("""
                        insert into parked_payment (partner_id, payment_id, loan_id, minor_units, currency, counts_from,
                            reason) values (:partner, :payment, :loan, :units, :currency, :counts, :reason)
                        on conflict (partner_id, payment_id) do update set reason = excluded.reason
                            where parked_payment.claimed_by is null""")
                .setParameter("partner", loan.partnerId().value())
                .setParameter("payment", parking.payment().paymentId().value())
                .setParameter("loan", loan.loanId().value())
                .setParameter("units", parking.payment().amount().minorUnits())
                .setParameter("currency", parking.payment().amount().currency().getCurrencyCode())
                .setParameter("counts", parking.payment().countsFrom())
                .setParameter("reason", parking.reason().code())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Only whoever changes the one row of a payment may count it. */
    private Uni<Void> claim(Loan loan, PaymentId paymentId) {
        return session.createNativeQuery("update parked_payment set claimed_by = :loan"
                        + " where partner_id = :partner and payment_id = :payment and claimed_by is null")
                .setParameter("loan", loan.loanId().value())
                .setParameter("partner", loan.partnerId().value())
                .setParameter("payment", paymentId.value())
                .executeUpdate()
                .invoke(changed -> {
                    if (changed != 1) {
                        throw new IllegalStateException("payment " + paymentId + " was claimed by another loan");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Commitment> append(List<OutgoingEvent> events, Map<String, DeviceRow> devices) {
        List<Word> words = events.stream()
                .map(event -> new Word(relayedWith(event.event(), devices), event))
                .toList();
        return session.persistAll(words.stream()
                        .map(word -> ReactiveOutbox.row(word, ownership.name()))
                        .toArray())
                .replaceWith(() -> new Commitment(words, afterOthers));
    }

    private int relayedWith(Event event, Map<String, DeviceRow> devices) {
        return switch (event) {
            case LockIntent intent ->
                requireNonNull(devices.get(intent.deviceId().value())).part;
            case LoanDecision decision -> partitioning.of(decision.loanId());
            default ->
                throw new IllegalStateException(
                        "nobody relays a " + event.getClass().getSimpleName());
        };
    }

    Uni<Void> advance(Map<Source, Long> next, List<ConsumedRow> marks) {
        Map<Source, ConsumedRow> known = marks.stream().collect(toMap(ConsumedRow::source, mark -> mark));
        List<Object> added = new ArrayList<>();
        next.forEach((source, offset) -> {
            ConsumedRow mark = known.computeIfAbsent(source, first -> added(ConsumedRow.at(first), added));
            mark.nextOffset = Math.max(mark.nextOffset, offset);
        });
        return session.persistAll(added.toArray());
    }

    /** A feed that was complete stays complete: a lower mark changes nothing. */
    Uni<Void> complete(List<Batch.Watermark> watermarks) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Batch.Watermark mark : watermarks) {
            written = written.chain(() -> session.createNativeQuery("""
                            insert into feed (partner_id, part, complete_through) values (:partner, :part, :through)
                            on conflict (partner_id, part) do update
                            set complete_through = greatest(feed.complete_through, excluded.complete_through)""")
                    .setParameter("partner", mark.partnerId().value())
                    .setParameter("part", mark.source().partition())
                    .setParameter("through", mark.completeThrough())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return written;
    }

    Uni<Void> keep(PartnerId partnerId, PartnerProfile profile) {
        PartnerRow row = new PartnerRow();
        row.partnerId = partnerId.value();
        row.profile = Json.write(profile);
        return session.merge(row).replaceWithVoid();
    }

    Uni<Void> keep(PartnerId partnerId, Policy policy) {
        PolicyRow.Key key = new PolicyRow.Key(partnerId.value(), policy.name(), policy.version());
        return session.find(PolicyRow.class, key).chain(known -> {
            if (known != null) {
                return Uni.createFrom().voidItem();
            }
            PolicyRow row = new PolicyRow();
            row.key = key;
            row.content = Json.write(policy);
            return session.persist(row);
        });
    }
}
