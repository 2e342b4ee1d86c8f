package io.latchkey.decision.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Fleet;
import io.latchkey.decision.app.Release;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.kit.work.InTurn;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;

/** The batches of those who found no place. Whoever changes something of a partner's holds that partner's lock until the commit. */
final class CapBatches {

    private static final String RELEASE = """
            update cap_batch set released_at = :now
            where partner_id = :partner and batch_id = :batch and released_at is null and (select count(*) from cap_approval
                where partner_id = :partner and batch_id = :batch) >= :enough""";

    private final Mutiny.Session session;
    private final CapPlaces places;

    CapBatches(Mutiny.Session session, CapPlaces places) {
        this.session = session;
        this.places = places;
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
        return places.lock(batches.keySet())
                .chain(() -> InTurn.each(approvals, one -> session.createNativeQuery(
                                "insert into cap_approval (partner_id, batch_id, approver, requested_at)"
                                        + " values (:partner, :batch, :by, :at) on conflict do nothing")
                        .setParameter("partner", one.partnerId().value())
                        .setParameter("batch", one.batchId())
                        .setParameter("by", one.by())
                        .setParameter("at", one.requestedAt())
                        .executeUpdate()))
                .chain(() -> released(batches, now));
    }

    Uni<List<Release>> propose(List<Fleet.Proposal> proposals, Instant now) {
        Map<PartnerId, List<String>> batches = proposals.stream()
                .collect(groupingBy(
                        Fleet.Proposal::partnerId, LinkedHashMap::new, mapping(Fleet.Proposal::batchId, toList())));
        return InTurn.each(proposals, one -> session.createNativeQuery(
                                "insert into cap_batch (partner_id, batch_id, proposed_at) values (:partner, :batch, :now)")
                        .setParameter("partner", one.partnerId().value())
                        .setParameter("batch", one.batchId())
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(() -> released(batches, now));
    }

    private Uni<List<Release>> released(Map<PartnerId, List<String>> batches, Instant now) {
        List<Release> releases = new ArrayList<>();
        return InTurn.each(
                        batches.entrySet(),
                        entry -> InTurn.each(
                                new TreeSet<>(entry.getValue()), batchId -> release(entry.getKey(), batchId, now)
                                        .invoke(release -> release.ifPresent(releases::add))))
                .replaceWith(releases);
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
