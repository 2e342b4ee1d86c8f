package io.latchkey.decision.store;

import io.latchkey.decision.app.DueDocket.Turn;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the loans whose turn has come, and passes over those that another transaction holds. */
final class DueLoans {

    static final String DUE = "from LoanRow l where l.nextDeadline <= :now order by l.nextDeadline";

    /**
     * Waiting loans whose policy was read and whose handset nobody governs. Nobody has to wake them, so no wake-up can be
     * missed between two transactions.
     */
    static final String READY = """
            from LoanRow l where l.phase = 'WAITING'
            and exists (select 1 from PolicyRow p where p.key.partnerId = l.partnerId
                and p.key.name = l.policyName and p.key.version = l.policyVersion)
            and exists (select 1 from PartnerRow r where r.partnerId = l.partnerId)
            and not exists (select 1 from DeviceRow d where d.deviceId = l.deviceId and d.governedBy is not null)
            order by l.waitingSince""";

    private DueLoans() {}

    static Uni<List<LoanRow>> lock(Mutiny.Session session, Instant now, int limit) {
        return session.createSelectionQuery(DUE, LoanRow.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList()
                .chain(due -> due.size() == limit
                        ? Uni.createFrom().item(due)
                        : lockReady(session, limit - due.size()).map(ready -> joined(due, ready)));
    }

    private static Uni<List<LoanRow>> lockReady(Mutiny.Session session, int limit) {
        return session.createSelectionQuery(READY, LoanRow.class)
                .setMaxResults(limit)
                .setLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }

    private static List<LoanRow> joined(List<LoanRow> due, List<LoanRow> ready) {
        List<LoanRow> all = new ArrayList<>(due);
        all.addAll(ready);
        return all;
    }

    static Turn turnOf(LoanRow row) {
        return new Turn(
                new DeadlinePassed(new LoanId(row.loanId), new PartnerId(row.partnerId)),
                row.nextDeadline == null ? row.waitingSince : row.nextDeadline);
    }
}
