package io.latchkey.decision.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Fleet;
import io.latchkey.decision.app.Release;
import io.latchkey.decision.domain.fleet.CapHour;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The places of the hours and the batches of those who found none. Whoever changes something of a partner's holds that
 * partner's lock until the commit: so two instances never use one place twice, and a place that a failed turn took is free
 * again. The lock is taken last, after those of loans and handsets; what frees never asks for it.
 */
final class Caps {

    static final String HOURS =
            "select partner_id, hour, fleet, taken, batches, open_batch from cap_hour where partner_id = any(cast(:ids as text[]))";

    static final String FLEET = "select count(*) from loan where partner_id = :partner and phase = 'GOVERNING'";

    private static final String KEEP_HOUR = """
            insert into cap_hour as known (partner_id, hour, fleet, taken, batches, open_batch)
            values (:partner, :hour, :fleet, :taken, :batches, cast(:open as text))
            on conflict (partner_id) do update set hour = excluded.hour, fleet = excluded.fleet, taken = excluded.taken,
                batches = excluded.batches, open_batch = excluded.open_batch""";

    private static final String RELEASE = """
            update cap_batch set released_at = :now
            where partner_id = :partner and batch_id = :batch and released_at is null and (select count(*) from cap_approval
                where partner_id = :partner and batch_id = :batch) >= :enough""";

    private final Mutiny.Session session;
    private final Turns turns;

    Caps(Mutiny.Session session, Turns turns) {
        this.session = session;
        this.turns = turns;
    }

    /** The hours of partners, locked; a new hour begins with a count of the fleet. */
    Uni<Map<PartnerId, CapHour>> hours(Set<PartnerId> partners, Instant now) {
        if (partners.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return lock(partners)
                .chain(() -> session.createNativeQuery(HOURS, Object[].class)
                        .setParameter(
                                "ids", partners.stream().map(PartnerId::value).toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(Caps::hour).collect(toMap(CapHour::partnerId, hour -> hour)))
                .chain(stored -> running(partners, stored, now));
    }

    private Uni<Void> lock(Collection<PartnerId> partners) {
        return turns.take(new TreeSet<>(partners.stream()
                        .map(partner -> "cap:" + partner.value())
                        .toList())
                .toArray(String[]::new));
    }

    private static CapHour hour(Object[] row) {
        return new CapHour(
                new PartnerId((String) row[0]),
                Feeds.moment(row[1]).orElseThrow(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).intValue(),
                Optional.ofNullable((String) row[5]));
    }

    private Uni<Map<PartnerId, CapHour>> running(Set<PartnerId> partners, Map<PartnerId, CapHour> stored, Instant now) {
        Map<PartnerId, CapHour> hours = new HashMap<>(stored);
        Uni<Void> all = Uni.createFrom().voidItem();
        for (PartnerId partner : partners) {
            if (Optional.ofNullable(stored.get(partner))
                    .filter(hour -> !hour.isOver(now))
                    .isEmpty()) {
                all = all.chain(() -> fleet(partner))
                        .map(fleet -> CapHour.begun(partner, now, fleet))
                        .invoke(hour -> hours.put(partner, hour))
                        .chain(this::keep);
            }
        }
        return all.replaceWith(hours);
    }

    private Uni<Long> fleet(PartnerId partner) {
        return session.createNativeQuery(FLEET, Long.class)
                .setParameter("partner", partner.value())
                .getSingleResult();
    }

    Uni<Void> keep(List<CapHour> hours) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (CapHour hour : hours) {
            kept = kept.chain(() -> keep(hour));
        }
        return kept;
    }

    private Uni<Void> keep(CapHour hour) {
        return session.createNativeQuery(KEEP_HOUR)
                .setParameter("partner", hour.partnerId().value())
                .setParameter("hour", hour.hour())
                .setParameter("fleet", hour.fleet())
                .setParameter("taken", hour.taken())
                .setParameter("batches", hour.batches())
                .setParameter("open", hour.openBatch().orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The loans that belong to batches. */
    Uni<Map<LoanId, Fleet.Membership>> members(List<LoanRow> rows) {
        Map<String, List<LoanRow>> byBatch =
                rows.stream().filter(row -> row.batchId != null).collect(groupingBy(row -> row.batchId));
        if (byBatch.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(
                        "select batch_id from cap_batch where released_at is not null"
                                + " and (partner_id, batch_id) in (select * from unnest(cast(:partners as text[]), cast(:ids as text[])))",
                        String.class)
                .setParameter(
                        "partners",
                        byBatch.values().stream()
                                .map(members -> members.getFirst().partnerId)
                                .toArray(String[]::new))
                .setParameter("ids", byBatch.keySet().toArray(String[]::new))
                .getResultList()
                .map(released -> byBatch.values().stream()
                        .flatMap(List::stream)
                        .collect(toMap(
                                row -> new LoanId(row.loanId),
                                row -> new Fleet.Membership(row.batchId, released.contains(row.batchId)))));
    }

    /** Under the partner's lock, so that an approval and the batch that it is for cannot miss each other. */
    Uni<List<Release>> approve(List<Batch.Approval> approvals, Instant now) {
        Map<PartnerId, List<String>> batches = approvals.stream()
                .collect(groupingBy(
                        Batch.Approval::partnerId, LinkedHashMap::new, mapping(Batch.Approval::batchId, toList())));
        Uni<Void> kept = lock(batches.keySet());
        for (Batch.Approval one : approvals) {
            kept = kept.chain(() -> session.createNativeQuery(
                            "insert into cap_approval (partner_id, batch_id, approver, requested_at)"
                                    + " values (:partner, :batch, :by, :at) on conflict do nothing")
                    .setParameter("partner", one.partnerId().value())
                    .setParameter("batch", one.batchId())
                    .setParameter("by", one.by())
                    .setParameter("at", one.requestedAt())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return kept.chain(() -> released(batches, now));
    }

    Uni<List<Release>> propose(List<Fleet.Proposal> proposals, Instant now) {
        Map<PartnerId, List<String>> batches = proposals.stream()
                .collect(groupingBy(
                        Fleet.Proposal::partnerId, LinkedHashMap::new, mapping(Fleet.Proposal::batchId, toList())));
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (Fleet.Proposal one : proposals) {
            kept = kept.chain(() -> session.createNativeQuery(
                            "insert into cap_batch (partner_id, batch_id, proposed_at) values (:partner, :batch, :now)")
                    .setParameter("partner", one.partnerId().value())
                    .setParameter("batch", one.batchId())
                    .setParameter("now", now)
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return kept.chain(() -> released(batches, now));
    }

    private Uni<List<Release>> released(Map<PartnerId, List<String>> batches, Instant now) {
        List<Release> releases = new java.util.ArrayList<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<PartnerId, List<String>> entry : batches.entrySet()) {
            for (String batchId : new TreeSet<>(entry.getValue())) {
                all = all.chain(() -> release(entry.getKey(), batchId, now))
                        .invoke(release -> release.ifPresent(releases::add))
                        .replaceWithVoid();
            }
        }
        return all.replaceWith(releases);
    }

    private Uni<Optional<Release>> release(PartnerId partner, String batchId, Instant now) {
        return session.createNativeQuery(RELEASE)
                .setParameter("now", now)
                .setParameter("partner", partner.value())
                .setParameter("batch", batchId)
                .setParameter("enough", Release.APPROVALS)
                .executeUpdate()
                .chain(rows -> rows == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : closed(partner, batchId)
                                .chain(() -> approvers(partner, batchId))
                                .map(approvers -> Optional.of(new Release(partner, batchId, approvers))));
    }

    /** What comes later in the hour was not seen by those who approved. */
    private Uni<Void> closed(PartnerId partner, String batchId) {
        return session.createNativeQuery(
                        "update cap_hour set open_batch = null where partner_id = :partner and open_batch = :batch")
                .setParameter("partner", partner.value())
                .setParameter("batch", batchId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<List<String>> approvers(PartnerId partner, String batchId) {
        return session.createNativeQuery(
                        "select approver from cap_approval where partner_id = :partner and batch_id = :batch order by seq",
                        String.class)
                .setParameter("partner", partner.value())
                .setParameter("batch", batchId)
                .getResultList();
    }
}
