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

    private static final String DUE = "next_deadline <= :now and (retry_at is null or retry_at <= :systemNow)";

    /**
     * Waiting loans whose policy was read and whose handset nobody governs. Nobody has to wake them, so no wake-up can be
     * missed between two transactions.
     */
    private static final String READY = """
            phase = 'WAITING' and (retry_at is null or retry_at <= :systemNow)
            and exists (select 1 from policy where policy.partner_id = loan.partner_id
                and policy.name = loan.policy_name and policy.version = loan.policy_version)
            and exists (select 1 from partner where partner.partner_id = loan.partner_id)
            and not exists (select 1 from device where device.device_id = loan.device_id and device.governed_by is not null)""";

    /** Rows without a partition are shown to everyone, and whoever owns the partition that is computed takes them. */
    private static final String MINE = " and (loan.part is null or loan.part in " + NeedyLoans.OURS + ")";

    private static final String LOCK = "select " + LoanRow.COLUMNS + """
             from loan
            where loan_id = any(cast(:ids as text[])) and (next_deadline <= :now or phase = 'WAITING'
                or needs_feed_through is not null or needs_brake_off or needs_place)
            """ + MINE
            + " order by coalesce(next_deadline, waiting_since) for update of loan skip locked";

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
        return ids("where " + DUE + MINE + " order by next_deadline", systemNow, limit, parts)
                .setParameter("now", now)
                .getResultList()
                .chain(due -> due.size() == limit
                        ? Uni.createFrom().item(due)
                        : ids("where " + READY + MINE + " order by waiting_since", systemNow, limit - due.size(), parts)
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
        return session.createNativeQuery("select loan_id from loan " + where + " limit :limit", String.class)
                .setParameter("systemNow", systemNow)
                .setParameter("parts", parts.toArray(Integer[]::new))
                .setParameter("me", ownership.name())
                .setParameter("limit", limit);
    }

    private static List<String> joined(List<String> due, List<String> others) {
        List<String> all = new ArrayList<>(due);
        others.stream().filter(loanId -> !due.contains(loanId)).forEach(all::add);
        return all;
    }

    static Uni<Long> count(Mutiny.Session session, Instant now, Instant systemNow) {
        return session.createNativeQuery("select count(*) from loan where " + DUE, Long.class)
                .setParameter("now", now)
                .setParameter("systemNow", systemNow)
                .getSingleResult()
                .chain(due -> session.createNativeQuery("select count(*) from loan where " + READY, Long.class)
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
        return session.createNativeQuery(LOCK, Object[].class)
                .setParameter("ids", found.stream().map(LoanId::value).toArray(String[]::new))
                .setParameter("now", now)
                .setParameter("parts", parts.toArray(Integer[]::new))
                .setParameter("me", ownership.name())
                .getResultList()
                .map(rows -> rows.stream().map(LoanRow::of).toList());
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
