package io.latchkey.decision.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Commitment;
import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.decision.app.Docket;
import io.latchkey.decision.app.Fleet;
import io.latchkey.decision.app.Intake;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.Partitioning;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.Verdict.Parking;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.BorrowerNotice;
import io.latchkey.events.Event;
import io.latchkey.events.FleetDecision;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.work.InTurn;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Works out what a transaction writes. */
final class Writes {

    private final Mutiny.Session session;
    private final Ownership ownership;
    private final Partitioning partitioning;
    private final KnownRules known;
    private final CapPlaces places;
    private boolean afterOthers;

    Writes(Mutiny.Session session, Ownership ownership, Partitioning partitioning, KnownRules known, CapPlaces places) {
        this.session = session;
        this.places = places;
        this.known = known;
        this.ownership = ownership;
        this.partitioning = partitioning;
    }

    /**
     * Writes what was decided.
     *
     * @param intake what is noted of the records that led to it
     * @param loans rows as they were read, by id
     * @param devices rows as they were read, by id
     */
    Uni<Commitment> keep(
            Docket docket,
            List<OutgoingEvent> announcements,
            Intake intake,
            Instant now,
            Map<String, LoanRow> loans,
            Map<String, DeviceRow> devices) {
        Map<LoanId, Verdict> last = new LinkedHashMap<>();
        Map<String, DeviceRow> devicesThen = new LinkedHashMap<>();
        for (Verdict verdict : docket.verdicts()) {
            LoanId loanId = verdict.loan().loanId();
            last.put(loanId, verdict);
            verdict.handset().ifPresent(handset -> {
                String id = handset.deviceId().value();
                devicesThen.put(id, row(handset, loanId, devicesThen.getOrDefault(id, devices.get(id))));
            });
        }
        List<LoanRow> loansThen = last.values().stream()
                .map(verdict -> row(
                        verdict,
                        now,
                        docket.fleet(),
                        loans.get(verdict.loan().loanId().value())))
                .toList();
        List<Word> words = announcements.stream()
                .map(event -> new Word(relayedWith(event.event(), devicesThen), event))
                .toList();
        return money(docket.verdicts(), now)
                .chain(() -> places.keep(docket.fleet().changedHours()))
                .chain(() -> Written.rows(
                        session,
                        ownership.name(),
                        loansThen,
                        devicesThen.values(),
                        words,
                        intake.next(),
                        ReceivedRow.of(intake.received()),
                        FleetRow.of(loans, loansThen)))
                .replaceWith(() -> new Commitment(words, afterOthers));
    }

    /** Keeps words that no loan spoke. */
    Uni<Commitment> say(List<OutgoingEvent> announcements) {
        List<Word> words = announcements.stream()
                .map(event -> new Word(relayedWith(event.event(), Map.of()), event))
                .toList();
        return Written.rows(session, ownership.name(), List.of(), List.of(), words, Map.of(), List.of(), List.of())
                .replaceWith(() -> new Commitment(words, false));
    }

    private LoanRow row(Verdict verdict, Instant now, Fleet fleet, @Nullable LoanRow before) {
        note(before == null ? null : before.writer);
        LoanRow row = LoanMapper.toRow(verdict, now, Optional.ofNullable(before));
        row.part = partitioning.of(verdict.loan().loanId());
        row.batchId = fleet.batchOf(verdict.loan().loanId()).orElse(null);
        return row;
    }

    private DeviceRow row(Handset handset, LoanId speaking, @Nullable DeviceRow before) {
        DeviceRow row = DeviceMapper.toRow(handset);
        row.part = before == null || before.part == null ? Integer.valueOf(partitioning.of(speaking)) : before.part;
        note(before == null ? null : before.writer);
        row.writer = ownership.name();
        return row;
    }

    private void note(@Nullable String writerBefore) {
        afterOthers |= writerBefore != null && !writerBefore.equals(ownership.name());
    }

    private Uni<Void> money(List<Verdict> verdicts, Instant now) {
        return InTurn.each(
                verdicts, verdict -> InTurn.each(verdict.parking(), parking -> park(verdict.loan(), parking, now))
                        .chain(() -> InTurn.each(verdict.claims(), paymentId -> claim(verdict.loan(), paymentId))));
    }

    private Uni<Void> park(Loan loan, Parking parking, Instant now) {
        return session.createNativeQuery("""
                        insert into parked_payment (partner_id, payment_id, loan_id, minor_units, currency, counts_from,
                            parked_at, reason) values (:partner, :payment, :loan, :units, :currency, :counts, :now, :reason)
                        on conflict (partner_id, payment_id) do update set reason = excluded.reason
                            where parked_payment.claimed_by is null""")
                .setParameter("partner", loan.partnerId().value())
                .setParameter("payment", parking.payment().paymentId().value())
                .setParameter("loan", loan.loanId().value())
                .setParameter("units", parking.payment().amount().minorUnits())
                .setParameter("currency", parking.payment().amount().currency().getCurrencyCode())
                .setParameter("counts", parking.payment().countsFrom())
                .setParameter("now", now)
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

    private int relayedWith(Event event, Map<String, DeviceRow> devices) {
        return switch (event) {
            case LockIntent intent ->
                requireNonNull(devices.get(intent.deviceId().value())).part;
            case LoanDecision decision -> partitioning.of(decision.loanId());
            case BorrowerNotice notice -> partitioning.of(notice.loanId());
            case FleetDecision.BrakeChanged brake -> brake.partition();
            case FleetDecision batch -> partitioning.of(batch.partnerId());
            default ->
                throw new IllegalStateException(
                        "nobody relays a " + event.getClass().getSimpleName());
        };
    }

    Uni<Void> advance(Map<Source, Long> next) {
        return Written.marks(session, ownership.name(), next);
    }

    /** A feed that was complete stays complete: a lower mark changes nothing. */
    Uni<Void> complete(List<Batch.Watermark> watermarks) {
        Map<FeedKey, Instant> latest = watermarks.stream()
                .collect(toMap(
                        FeedKey::of,
                        Batch.Watermark::completeThrough,
                        BinaryOperator.maxBy(Comparator.naturalOrder()),
                        LinkedHashMap::new));
        return InTurn.each(latest.entrySet(), mark -> session.createNativeQuery("""
                        insert into feed (partner_id, part, complete_through) values (:partner, :part, :through)
                        on conflict (partner_id, part) do update
                        set complete_through = greatest(feed.complete_through, excluded.complete_through)""")
                .setParameter("partner", mark.getKey().partnerId().value())
                .setParameter("part", mark.getKey().partition())
                .setParameter("through", mark.getValue())
                .executeUpdate());
    }

    private record FeedKey(PartnerId partnerId, int partition) {

        static FeedKey of(Batch.Watermark mark) {
            return new FeedKey(mark.partnerId(), mark.source().partition());
        }
    }

    Uni<Void> keep(PartnerId partnerId, PartnerProfile profile) {
        return session.createNativeQuery("insert into partner (partner_id, profile) values (:partner, :profile)"
                        + " on conflict (partner_id) do update set profile = excluded.profile")
                .setParameter("partner", partnerId.value())
                .setParameter("profile", Json.write(profile))
                .executeUpdate()
                .invoke(known::forget)
                .replaceWithVoid();
    }

    Uni<Void> keep(PartnerId partnerId, Policy policy) {
        return session.createNativeQuery("insert into policy (partner_id, name, version, content)"
                        + " values (:partner, :name, :version, :content) on conflict do nothing")
                .setParameter("partner", partnerId.value())
                .setParameter("name", policy.name())
                .setParameter("version", policy.version())
                .setParameter("content", Json.write(policy))
                .executeUpdate()
                .replaceWithVoid();
    }
}
