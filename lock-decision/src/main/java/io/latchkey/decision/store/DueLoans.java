package io.latchkey.decision.store;

import io.latchkey.decision.app.DueDocket.Turn;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.Partitioning;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the loans whose turn has come. */
final class DueLoans {

    private static final String DUE = "l.nextDeadline <= :now and (l.retryAt is null or l.retryAt <= :systemNow)";

    /**
     * Waiting loans whose policy was read and whose handset nobody governs. Nobody has to wake them, so no wake-up can be
     * missed between two transactions.
     */
    private static final String READY = """
            l.phase = 'WAITING' and (l.retryAt is null or l.retryAt <= :systemNow)
            and exists (select 1 from PolicyRow p where p.key.partnerId = l.partnerId
                and p.key.name = l.policyName and p.key.version = l.policyVersion)
            and exists (select 1 from PartnerRow r where r.partnerId = l.partnerId)
            and not exists (select 1 from DeviceRow d where d.deviceId = l.deviceId and d.governedBy is not null)""";

    /** Rows without a partition are shown to everyone, and whoever owns the partition that is computed takes them. */
    private static final String MINE = " and (l.part is null or l.part " + ClaimRow.OURS + ")";

    private static final String LOCK = """
            select * from loan
            where loan_id = any(cast(:ids as text[])) and (next_deadline <= :now or phase = 'WAITING'
                or needs_feed_through is not null or needs_brake_off or needs_place)
            and (part is null or part in
                (select c.part from partition_claim c where c.owner = :me and c.part = any(cast(:parts as int[]))))
            order by coalesce(next_deadline, waiting_since) for update skip locked""";

    private final Mutiny.Session session;
    private final Ownership ownership;
    private final Partitioning partitioning;

    DueLoans(Mutiny.Session session, Ownership ownership, Partitioning partitioning) {
        this.session = session;
        this.ownership = ownership;
        this.partitioning = partitioning;
    }

    Uni<List<LoanId>> find(Instant now, Instant systemNow, int limit) {
        Set<Integer> parts = ownership.partitions();
        if (parts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return ids("where " + DUE + MINE + " order by l.nextDeadline", systemNow, limit, parts)
                .setParameter("now", now)
                .getResultList()
                .chain(due -> due.size() == limit
                        ? Uni.createFrom().item(due)
                        : ids(
                                        "where " + READY + MINE + " order by l.waitingSince",
                                        systemNow,
                                        limit - due.size(),
                                        parts)
                                .getResultList()
                                .map(ready -> joined(due, ready)))
                .chain(due -> due.size() == limit
                        ? Uni.createFrom().item(due)
                        : NeedyLoans.find(session, ownership, systemNow, limit - due.size())
                                .map(needy -> joined(due, needy)))
                .map(found -> found.stream()
                        .map(LoanId::new)
                        .filter(loanId -> parts.contains(partitioning.of(loanId)))
                        .toList());
    }

    private Mutiny.SelectionQuery<String> ids(String where, Instant systemNow, int limit, Set<Integer> parts) {
        return session.createSelectionQuery("select l.loanId from LoanRow l " + where, String.class)
                .setParameter("systemNow", systemNow)
                .setParameter("parts", parts)
                .setParameter("me", ownership.name())
                .setMaxResults(limit);
    }

    private static List<String> joined(List<String> due, List<String> others) {
        List<String> all = new ArrayList<>(due);
        others.stream().filter(loanId -> !due.contains(loanId)).forEach(all::add);
        return all;
    }

    static Uni<Long> count(Mutiny.Session session, Instant now, Instant systemNow) {
        return session.createSelectionQuery("select count(*) from LoanRow l where " + DUE, Long.class)
                .setParameter("now", now)
                .setParameter("systemNow", systemNow)
                .getSingleResult()
                .chain(due -> session.createSelectionQuery("select count(*) from LoanRow l where " + READY, Long.class)
                        .setParameter("systemNow", systemNow)
                        .getSingleResult()
                        .map(ready -> due + ready))
                .chain(some -> NeedyLoans.count(session, systemNow).map(needy -> some + needy));
    }

    /** Asked again under the lock whether they are due and ours: another turn or owner may have been there. */
    Uni<List<LoanRow>> lock(List<LoanId> found, Instant now) {
        Set<Integer> parts = ownership.partitions();
        if (parts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(LOCK, LoanRow.class)
                .setReadOnly(true)
                .setParameter("ids", found.stream().map(LoanId::value).toArray(String[]::new))
                .setParameter("now", now)
                .setParameter("parts", parts.toArray(Integer[]::new))
                .setParameter("me", ownership.name())
                .getResultList();
    }

    /** What no deadline brings comes now. */
    static Turn turnOf(LoanRow row, Instant now) {
        Instant since = Stream.of(row.nextDeadline, row.waitingSince)
                .filter(moment -> moment != null && !moment.isAfter(now))
                .findFirst()
                .orElse(now);
        return new Turn(new DeadlinePassed(new LoanId(row.loanId), new PartnerId(row.partnerId)), since);
    }
}
