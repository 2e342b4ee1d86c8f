package io.latchkey.decision.store;

import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.app.BrakeOvertakenException;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.PolicyKey;
import io.latchkey.decision.app.WatchedBrake;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.fleet.BrakePolicy;
import io.latchkey.events.PartnerId;
import io.latchkey.kit.work.InTurn;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads how sound partners' payments are, and keeps the brakes that follow from it. */
final class Feeds {

    /** One row for each partition that a partner spoke of, and at least one for each partner. */
    static final String FEEDS = """
            select money.partner_id, feed.part, feed.complete_through, money.oldest, money.parked, money.received
            from (select given.partner_id,
                    (select min(one.parked_at) from parked_payment one
                        where one.partner_id = given.partner_id and one.claimed_by is null) as oldest,
                    (select count(*) from parked_payment one where one.partner_id = given.partner_id
                        and one.claimed_by is null and one.parked_at >= :since) as parked,
                    (select cast(coalesce(sum(one.payments), 0) as bigint) from received one
                        where one.partner_id = given.partner_id and one.hour >= :since) as received
                from unnest(cast(:ids as text[])) as given (partner_id)) money
            left join feed on feed.partner_id = money.partner_id""";

    /** The policies that have loans in our partitions, and those whose brake is on. */
    static final String BRAKES = """
            select policy.partner_id, policy.name, policy.version, claim.part, brake.cause, coalesce(brake.changes, 0)
            from policy
            join partition_claim claim on claim.owner = :me and claim.part = any(cast(:parts as int[]))
            left join brake on brake.partner_id = policy.partner_id and brake.policy_name = policy.name
                and brake.policy_version = policy.version and brake.part = claim.part
            where brake.cause is not null or exists (select 1 from loan
                where loan.partner_id = policy.partner_id and loan.policy_name = policy.name
                and loan.policy_version = policy.version and loan.part = claim.part and loan.phase = 'GOVERNING')""";

    private static final String CHANGE = """
            insert into brake as known (partner_id, policy_name, policy_version, part, cause, changes)
            values (:partner, :name, :version, :part, cast(:cause as text), :changes)
            on conflict (partner_id, policy_name, policy_version, part) do update
            set cause = excluded.cause, changes = excluded.changes where known.changes = excluded.changes - 1""";

    private final Mutiny.Session session;
    private final Ownership ownership;
    private final Reads reads;
    private final KnownFeeds known;

    Feeds(Mutiny.Session session, Ownership ownership, Reads reads, KnownFeeds known) {
        this.session = session;
        this.ownership = ownership;
        this.reads = reads;
        this.known = known;
    }

    /** As they were a second ago at most. */
    Uni<Map<PartnerId, PartnerFeed>> atHand(Set<PartnerId> partners, Instant now) {
        Map<PartnerId, PartnerFeed> atHand = known.among(partners);
        return atHand.size() == partners.size()
                ? Uni.createFrom().item(atHand)
                : of(partners, now).invoke(known::learn);
    }

    /** As they are now. */
    Uni<Map<PartnerId, PartnerFeed>> of(Set<PartnerId> partners, Instant now) {
        if (partners.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(FEEDS, Object[].class)
                .setParameter("ids", partners.stream().map(PartnerId::value).toArray(String[]::new))
                .setParameter("since", BrakePolicy.dayUntil(now))
                .getResultList()
                .map(Feeds::byPartner);
    }

    private static Map<PartnerId, PartnerFeed> byPartner(List<Object[]> rows) {
        Map<PartnerId, PartnerFeed> feeds = new HashMap<>();
        for (Object[] row : rows) {
            PartnerId partner = new PartnerId((String) row[0]);
            Map<Integer, Instant> through = new HashMap<>(
                    feeds.getOrDefault(partner, PartnerFeed.UNKNOWN).through());
            moment(row[2]).ifPresent(moment -> through.put(number(row[1]).intValue(), moment));
            feeds.put(
                    partner,
                    new PartnerFeed(
                            through,
                            moment(row[3]),
                            number(row[4]).longValue(),
                            number(row[5]).longValue()));
        }
        return feeds;
    }

    Uni<List<WatchedBrake>> brakes(Instant now) {
        return session.createNativeQuery(BRAKES, Object[].class)
                .setParameter("me", ownership.name())
                .setParameter("parts", ownership.partitions().toArray(Integer[]::new))
                .getResultList()
                .chain(rows -> {
                    Set<PolicyKey> policies = rows.stream().map(Feeds::policyOf).collect(toSet());
                    Set<PartnerId> partners =
                            policies.stream().map(PolicyKey::partnerId).collect(toSet());
                    return reads.rules(policies)
                            .chain(rules -> of(partners, now).map(feeds -> rows.stream()
                                    .flatMap(row -> brake(row, rules, feeds).stream())
                                    .toList()));
                });
    }

    /** A partner that is not read yet has no loan that could be judged. */
    private static Optional<WatchedBrake> brake(
            Object[] row, Map<PolicyKey, Rules> rules, Map<PartnerId, PartnerFeed> feeds) {
        PolicyKey policy = policyOf(row);
        int partition = number(row[3]).intValue();
        return Optional.ofNullable(rules.get(policy))
                .map(rule -> new WatchedBrake(
                        policy,
                        partition,
                        rule.policy().brake(),
                        feeds.getOrDefault(policy.partnerId(), PartnerFeed.UNKNOWN)
                                .in(partition),
                        Optional.ofNullable((String) row[4]),
                        number(row[5]).longValue()));
    }

    private static PolicyKey policyOf(Object[] row) {
        return new PolicyKey(
                new PartnerId((String) row[0]), (String) row[1], number(row[2]).intValue());
    }

    Uni<Void> keep(List<WatchedBrake> changed) {
        return InTurn.each(changed, this::keep);
    }

    private Uni<Void> keep(WatchedBrake brake) {
        return session.createNativeQuery(CHANGE)
                .setParameter("partner", brake.policy().partnerId().value())
                .setParameter("name", brake.policy().name())
                .setParameter("version", brake.policy().version())
                .setParameter("part", brake.partition())
                .setParameter("cause", brake.cause().orElse(null))
                .setParameter("changes", brake.changes())
                .executeUpdate()
                .invoke(rows -> {
                    if (rows != 1) {
                        throw new BrakeOvertakenException(brake.policy(), brake.partition());
                    }
                })
                .replaceWithVoid();
    }

    private static Number number(Object value) {
        return (Number) value;
    }

    static Optional<Instant> moment(Object value) {
        return Optional.ofNullable((OffsetDateTime) value).map(OffsetDateTime::toInstant);
    }
}
