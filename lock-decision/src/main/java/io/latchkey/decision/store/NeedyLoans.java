package io.latchkey.decision.store;

import io.latchkey.decision.app.Ownership;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds loans that needed what no clock brings, and have it now. The tables tell, so no wake-up can be missed; those whose
 * need is not met are not looked at, however many there are.
 */
final class NeedyLoans {

    /** Says by what we were told, and by what the database says, so that a former owner which was not told yet finds nothing. */
    static final String OURS =
            "(select part from partition_claim where owner = :me and part = any(cast(:parts as int[])))";

    private static final String ANYBODYS = "(select part from partition_claim)";

    /** By the feed, if it has passed what they need, and the brake, if they need it off. */
    private static final String FED = """
            select found.loan_id from policy
            cross join %1$s as claim
            left join feed on feed.partner_id = policy.partner_id and feed.part = claim.part
            left join brake on brake.partner_id = policy.partner_id and brake.policy_name = policy.name
                and brake.policy_version = policy.version and brake.part = claim.part
            cross join lateral (select loan.loan_id from loan
                where loan.partner_id = policy.partner_id and loan.policy_name = policy.name
                and loan.policy_version = policy.version and loan.part = claim.part
                and (loan.needs_feed_through is not null or loan.needs_brake_off)
                and loan.needs_brake_off = any(case when brake.cause is null then array[false, true] else array[false] end)
                and coalesce(loan.needs_feed_through, timestamptz '-infinity')
                    <= coalesce(feed.complete_through, timestamptz '-infinity')
                and (loan.retry_at is null or loan.retry_at <= :systemNow) %2$s) as found %2$s""";

    /** By supervisors, who released their batch. */
    private static final String RELEASED = """
            select loan.loan_id from cap_batch batch
            join loan on loan.partner_id = batch.partner_id and loan.batch_id = batch.batch_id and loan.needs_place
            where batch.released_at is not null and loan.part in %1$s
            and (loan.retry_at is null or loan.retry_at <= :systemNow) %2$s""";

    static final String FIND = "select distinct loan_id from ((" + FED.formatted(OURS, "limit :limit") + ") union all ("
            + RELEASED.formatted(OURS, "limit :limit") + ")) as found limit :limit";

    static final String COUNT = "select count(distinct loan_id) from ((" + FED.formatted(ANYBODYS, "") + ") union all ("
            + RELEASED.formatted(ANYBODYS, "") + ")) as found";

    private NeedyLoans() {}

    static Uni<List<String>> find(Mutiny.Session session, Ownership ownership, Instant systemNow, int limit) {
        return session.createNativeQuery(FIND, String.class)
                .setParameter("me", ownership.name())
                .setParameter("parts", ownership.partitions().toArray(Integer[]::new))
                .setParameter("systemNow", systemNow)
                .setParameter("limit", limit)
                .getResultList();
    }

    static Uni<Long> count(Mutiny.Session session, Instant systemNow) {
        return session.createNativeQuery(COUNT, Long.class)
                .setParameter("systemNow", systemNow)
                .getSingleResult();
    }
}
