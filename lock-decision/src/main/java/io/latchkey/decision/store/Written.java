package io.latchkey.decision.store;

import static java.util.Comparator.comparing;

import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.domain.Contract;
import io.latchkey.events.EventTypes;
import io.latchkey.kit.kafka.EventMeta;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * All rows that a transaction writes, by one statement: each column travels as an array. What a statement costs hardly
 * depends on how many rows it writes, so a batch costs little more than one loan.
 */
final class Written {

    private static final String STATEMENT = """
            with loans as (
                insert into loan as known (loan_id, partner_id, phase, device_id, policy_name, policy_version, stage, terms,
                    content, decisions, next_deadline, waiting_since,
                    needs_feed_through, needs_brake_off, needs_place, batch_id, awaits_receipt, part, writer, version)
                select loan_id, partner_id, phase, device_id, policy_name, policy_version, stage, terms,
                    content, decisions, cast(next_deadline as timestamptz), cast(waiting_since as timestamptz),
                    cast(needs_feed_through as timestamptz), needs_brake_off, needs_place, batch_id, awaits_receipt, part,
                    cast(:writer as text), 0
                from unnest(cast(:loan_id as text[]), cast(:partner_id as text[]), cast(:phase as text[]),
                    cast(:device_id as text[]), cast(:policy_name as text[]), cast(:policy_version as int[]),
                    cast(:stage as text[]), cast(:terms as text[]), cast(:content as text[]),
                    cast(:decisions as bigint[]), cast(:next_deadline as text[]), cast(:waiting_since as text[]),
                    cast(:needs_feed_through as text[]), cast(:needs_brake_off as boolean[]),
                    cast(:needs_place as boolean[]), cast(:batch_id as text[]), cast(:awaits_receipt as boolean[]),
                    cast(:part as int[]))
                    as given (loan_id, partner_id, phase, device_id, policy_name, policy_version, stage, terms, content,
                        decisions, next_deadline, waiting_since, needs_feed_through, needs_brake_off, needs_place,
                        batch_id, awaits_receipt, part)
                on conflict (loan_id) do update set partner_id = excluded.partner_id, phase = excluded.phase,
                    device_id = excluded.device_id, policy_name = excluded.policy_name,
                    policy_version = excluded.policy_version, stage = excluded.stage,
                    terms = coalesce(excluded.terms, known.terms), content = excluded.content,
                    decisions = excluded.decisions, next_deadline = excluded.next_deadline,
                    waiting_since = excluded.waiting_since,
                    needs_feed_through = excluded.needs_feed_through, needs_brake_off = excluded.needs_brake_off,
                    needs_place = excluded.needs_place, batch_id = excluded.batch_id,
                    awaits_receipt = excluded.awaits_receipt, part = excluded.part, writer = excluded.writer,
                    failed_turns = 0, retry_at = null, version = known.version + 1
            ), devices as (
                insert into device as known (device_id, governed_by, enrollment, rival, settled, revision, stated, awaited, part,
                    writer, version)
                select device_id, governed_by, enrollment, rival, settled, revision, stated, awaited, part,
                    cast(:writer as text), 0
                from unnest(cast(:handset_id as text[]), cast(:governed_by as text[]), cast(:enrollment as int[]),
                    cast(:rival as int[]), cast(:settled as int[]), cast(:revision as bigint[]),
                    cast(:stated as text[]), cast(:awaited as bigint[]), cast(:voice as int[]))
                    as given (device_id, governed_by, enrollment, rival, settled, revision, stated, awaited, part)
                on conflict (device_id) do update set governed_by = excluded.governed_by,
                    enrollment = excluded.enrollment, rival = excluded.rival, settled = excluded.settled,
                    revision = excluded.revision, stated = excluded.stated, awaited = excluded.awaited,
                    part = excluded.part,
                    writer = excluded.writer, version = known.version + 1
            ), money as (
                insert into received as known (partner_id, part, slot, hour, payments)
                select partner_id, part, slot, cast(hour as timestamptz), payments
                from unnest(cast(:payee as text[]), cast(:paid_part as int[]), cast(:slot as int[]),
                    cast(:hour as text[]), cast(:payments as bigint[]))
                    as given (partner_id, part, slot, hour, payments)
                on conflict (partner_id, part, slot) do update set hour = excluded.hour,
                    payments = excluded.payments + case when known.hour = excluded.hour then known.payments else 0 end
                    where known.hour <= excluded.hour
            ), fleets as (
                insert into fleet as known (partner_id, part, loans)
                select * from unnest(cast(:lender as text[]), cast(:fleet_part as int[]), cast(:more as bigint[]))
                on conflict (partner_id, part) do update set loans = known.loans + excluded.loans
            ), words as (
                insert into outbox (event_id, type, content, time, recorded, causation_id, traceparent, part, writer)
                select event_id, type, content, cast(time as timestamptz), cast(recorded as timestamptz), causation_id,
                    traceparent, part, cast(:writer as text)
                from unnest(cast(:event_id as text[]), cast(:type as text[]), cast(:word as text[]),
                    cast(:time as text[]), cast(:recorded as text[]), cast(:causation_id as text[]),
                    cast(:traceparent as text[]), cast(:relay as int[]))
                    with ordinality
                    as given (event_id, type, content, time, recorded, causation_id, traceparent, part, place)
                order by place
            )
            insert into consumed as known (topic, part, next_offset)
            select * from unnest(cast(:topics as text[]), cast(:parts as int[]), cast(:offsets as bigint[]))
            on conflict (topic, part) do update set next_offset = greatest(known.next_offset, excluded.next_offset)""";

    private final Mutiny.Query<Object> query;

    private Written(Mutiny.Query<Object> query) {
        this.query = query;
    }

    /**
     * Writes all.
     *
     * @param writer the process that writes
     * @param loans each once
     * @param devices each once
     * @param words in the order of their publication
     * @param next how far partitions are consumed
     * @param received payments that came, each partner's of a partition once
     * @param fleets how fleets grow and shrink, each partner's of a partition once
     */
    static Uni<Void> rows(
            Mutiny.Session session,
            String writer,
            Collection<LoanRow> loans,
            Collection<DeviceRow> devices,
            List<Word> words,
            Map<Source, Long> next,
            List<ReceivedRow> received,
            List<FleetRow> fleets) {
        Written written = new Written(session.createNativeQuery(STATEMENT));
        written.query.setParameter("writer", writer);
        // A handset is given up by one loan before another takes it: the database would refuse two at once.
        written.loans(loans.stream().sorted(comparing(Written::governs)).toList());
        written.devices(devices);
        written.words(words);
        written.received(received);
        written.fleets(fleets);
        written.consumed(next);
        return written.query.executeUpdate().replaceWithVoid();
    }

    /** Notes how far partitions are consumed, and nothing else. */
    static Uni<Void> marks(Mutiny.Session session, String writer, Map<Source, Long> next) {
        return rows(session, writer, List.of(), List.of(), List.of(), next, List.of(), List.of());
    }

    private static boolean governs(LoanRow loan) {
        return loan.phase.equals(Contract.Phase.GOVERNING.name());
    }

    private void loans(List<LoanRow> rows) {
        texts("loan_id", rows, row -> row.loanId);
        texts("partner_id", rows, row -> row.partnerId);
        texts("phase", rows, row -> row.phase);
        texts("device_id", rows, row -> row.deviceId);
        texts("policy_name", rows, row -> row.policyName);
        integers("policy_version", rows, row -> row.policyVersion);
        texts("stage", rows, row -> row.stage);
        texts("terms", rows, row -> row.terms);
        texts("content", rows, row -> row.content);
        longs("decisions", rows, row -> row.decisions);
        moments("next_deadline", rows, row -> row.nextDeadline);
        moments("waiting_since", rows, row -> row.waitingSince);
        moments("needs_feed_through", rows, row -> row.needsFeedThrough);
        booleans("needs_brake_off", rows, row -> row.needsBrakeOff);
        booleans("needs_place", rows, row -> row.needsPlace);
        texts("batch_id", rows, row -> row.batchId);
        booleans("awaits_receipt", rows, row -> row.awaitsReceipt);
        integers("part", rows, row -> row.part);
    }

    private void devices(Collection<DeviceRow> rows) {
        texts("handset_id", rows, row -> row.deviceId);
        texts("governed_by", rows, row -> row.governedBy);
        integers("enrollment", rows, row -> row.enrollment);
        integers("rival", rows, row -> row.rival);
        integers("settled", rows, row -> row.settled);
        longs("revision", rows, row -> row.revision);
        texts("stated", rows, row -> row.stated);
        longs("awaited", rows, row -> row.awaited);
        integers("voice", rows, row -> row.part);
    }

    private void words(List<Word> words) {
        List<EventMeta> metas = words.stream().map(word -> word.event().meta()).toList();
        texts("event_id", metas, EventMeta::id);
        texts("type", words, word -> EventTypes.nameOf(word.event().event().getClass()));
        texts("word", words, word -> word.event().content());
        moments("time", metas, EventMeta::time);
        moments("recorded", metas, EventMeta::recordedTime);
        texts("causation_id", metas, meta -> meta.causationId().orElse(null));
        texts("traceparent", metas, EventMeta::traceparent);
        integers("relay", words, Word::partition);
    }

    private void received(List<ReceivedRow> rows) {
        texts("payee", rows, row -> row.partnerId().value());
        integers("paid_part", rows, ReceivedRow::part);
        integers("slot", rows, ReceivedRow::slot);
        moments("hour", rows, ReceivedRow::hour);
        longs("payments", rows, ReceivedRow::payments);
    }

    private void fleets(List<FleetRow> rows) {
        texts("lender", rows, FleetRow::partnerId);
        integers("fleet_part", rows, FleetRow::part);
        longs("more", rows, FleetRow::more);
    }

    private void consumed(Map<Source, Long> next) {
        List<Source> sources = List.copyOf(next.keySet());
        texts("topics", sources, Source::topic);
        integers("parts", sources, Source::partition);
        longs("offsets", sources, next::get);
    }

    private <R> void texts(String name, Collection<R> rows, Function<R, @Nullable String> column) {
        query.setParameter(name, rows.stream().map(column).toArray(String[]::new));
    }

    private <R> void integers(String name, Collection<R> rows, Function<R, @Nullable Integer> column) {
        query.setParameter(name, rows.stream().map(column).toArray(Integer[]::new));
    }

    private <R> void booleans(String name, Collection<R> rows, Function<R, Boolean> column) {
        query.setParameter(name, rows.stream().map(column).toArray(Boolean[]::new));
    }

    private <R> void longs(String name, Collection<R> rows, Function<R, @Nullable Long> column) {
        query.setParameter(name, rows.stream().map(column).toArray(Long[]::new));
    }

    /** As text, cut to the microsecond: the database would round it. */
    private <R> void moments(String name, Collection<R> rows, Function<R, @Nullable Instant> column) {
        texts(name, rows, row -> {
            Instant moment = column.apply(row);
            return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS).toString();
        });
    }
}
