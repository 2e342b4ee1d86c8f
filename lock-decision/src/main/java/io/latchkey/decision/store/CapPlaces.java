package io.latchkey.decision.store;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.domain.fleet.CapBlock;
import io.latchkey.decision.domain.fleet.CapHour;
import io.latchkey.events.PartnerId;
import io.latchkey.kit.work.InTurn;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The places of partners' hours, for one transaction. An instance uses those that it has put aside; when they do not
 * suffice, it holds the partner's lock until the commit, sees all that is taken, and puts others aside. So two instances
 * never use one place twice, and a place that a failed turn took is free again. Locks are taken last, after those of loans
 * and handsets; what frees never asks for one.
 */
final class CapPlaces {

    static final String BLOCKS = "select partner_id, block.hour, fleet, upto, remaining from cap_block block"
            + " join cap_hour using (partner_id, hour)"
            + " where partner_id = any(cast(:ids as text[])) and instance = :me";

    static final String HOURS =
            "select partner_id, hour, fleet, taken, batches, open_batch from cap_hour where partner_id = any(cast(:ids as text[]))";

    static final String FLEET = "select cast(coalesce(sum(loans), 0) as bigint) from fleet where partner_id = :partner";

    private static final String KEEP_HOUR = """
            insert into cap_hour as known (partner_id, hour, fleet, taken, batches, open_batch)
            values (:partner, :hour, :fleet, :taken, :batches, cast(:open as text))
            on conflict (partner_id) do update set hour = excluded.hour, fleet = excluded.fleet, taken = excluded.taken,
                batches = excluded.batches, open_batch = excluded.open_batch""";

    private static final String KEEP_BLOCK = """
            insert into cap_block as known (partner_id, instance, hour, upto, remaining)
            values (:partner, :me, :hour, :upto, :remaining)
            on conflict (partner_id, instance) do update set hour = excluded.hour, upto = excluded.upto,
                remaining = excluded.remaining""";

    private static final String FORGET_BLOCKS = "delete from cap_block where partner_id = :partner and hour < :hour";

    private final Mutiny.Session session;
    private final Turns turns;
    private final String me;
    private final Map<PartnerId, CapWish> wishes = new HashMap<>();
    private final Map<PartnerId, CapBlock> blocks = new HashMap<>();

    CapPlaces(Mutiny.Session session, Turns turns, Ownership ownership) {
        this.session = session;
        this.turns = turns;
        this.me = ownership.name();
    }

    /** The hours of partners, as far as this instance has to know them; a new hour begins with the size of the fleet. */
    Uni<Map<PartnerId, CapHour>> hours(Map<PartnerId, CapWish> wanted, Instant now) {
        wishes.putAll(wanted);
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return lock(wanted.keySet(), "#" + me)
                .chain(() -> blocks(wanted.keySet()))
                .chain(found -> {
                    wanted.forEach((partner, wish) -> Optional.ofNullable(found.get(partner))
                            .filter(block -> suffices(block, wish, now))
                            .ifPresent(block -> blocks.put(partner, block)));
                    Map<PartnerId, CapHour> hours = new HashMap<>();
                    blocks.forEach((partner, block) -> hours.put(partner, block.asHour()));
                    Set<PartnerId> others = wanted.keySet().stream()
                            .filter(not(blocks::containsKey))
                            .collect(toSet());
                    return others.isEmpty()
                            ? Uni.createFrom().item(hours)
                            : whole(others, found, now).invoke(hours::putAll).replaceWith(hours);
                });
    }

    private static boolean suffices(CapBlock block, CapWish wish, Instant now) {
        return !wish.waiting() && block.suffices(wish.loans(), wish.caps(), now);
    }

    /** Holds partners' locks until the commit: whatever is done to their batches and hours is done by this transaction only. */
    Uni<Void> lock(Set<PartnerId> partners) {
        return lock(partners, "");
    }

    private Uni<Void> lock(Set<PartnerId> partners, String suffix) {
        return turns.take(new TreeSet<>(partners.stream()
                        .map(partner -> "cap:" + partner.value() + suffix)
                        .toList())
                .toArray(String[]::new));
    }

    private Uni<Map<PartnerId, CapBlock>> blocks(Set<PartnerId> partners) {
        return session.createNativeQuery(BLOCKS, Object[].class)
                .setParameter("ids", ids(partners))
                .setParameter("me", me)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new CapBlock(
                                new PartnerId((String) row[0]),
                                Feeds.moment(row[1]).orElseThrow(),
                                ((Number) row[2]).longValue(),
                                ((Number) row[3]).longValue(),
                                ((Number) row[4]).longValue()))
                        .collect(toMap(CapBlock::partnerId, block -> block)));
    }

    /** What this instance had put aside is given back: it sees what all others took. */
    private Uni<Map<PartnerId, CapHour>> whole(Set<PartnerId> partners, Map<PartnerId, CapBlock> mine, Instant now) {
        return lock(partners)
                .chain(() -> session.createNativeQuery(HOURS, Object[].class)
                        .setParameter("ids", ids(partners))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(CapPlaces::hour)
                        .map(hour ->
                                mine.containsKey(hour.partnerId()) ? hour.withBack(mine.get(hour.partnerId())) : hour)
                        .collect(toMap(CapHour::partnerId, hour -> hour)))
                .chain(stored -> running(partners, stored, now));
    }

    private static String[] ids(Collection<PartnerId> partners) {
        return partners.stream().map(PartnerId::value).toArray(String[]::new);
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
        List<PartnerId> over = partners.stream()
                .filter(partner -> Optional.ofNullable(stored.get(partner))
                        .filter(hour -> !hour.isOver(now))
                        .isEmpty())
                .toList();
        return InTurn.each(over, partner -> fleet(partner)
                        .map(fleet -> CapHour.begun(partner, now, fleet))
                        .invoke(hour -> hours.put(partner, hour))
                        .chain(hour -> keepWhole(hour).chain(() -> forgetBlocksBefore(hour))))
                .replaceWith(hours);
    }

    private Uni<Long> fleet(PartnerId partner) {
        return session.createNativeQuery(FLEET, Long.class)
                .setParameter("partner", partner.value())
                .getSingleResult();
    }

    private Uni<Void> forgetBlocksBefore(CapHour hour) {
        return session.createNativeQuery(FORGET_BLOCKS)
                .setParameter("partner", hour.partnerId().value())
                .setParameter("hour", hour.hour())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Keeps hours that changed, and puts places of them aside. */
    Uni<Void> keep(List<CapHour> hours) {
        return InTurn.each(hours, hour -> {
            CapBlock block = blocks.get(hour.partnerId());
            return block == null ? keepWhole(hour) : keep(block.after(hour));
        });
    }

    private Uni<Void> keepWhole(CapHour hour) {
        CapWish wish = Objects.requireNonNull(wishes.get(hour.partnerId()), "an hour that was not asked for");
        CapBlock aside = CapBlock.aside(hour, wish.caps());
        return session.createNativeQuery(KEEP_HOUR)
                .setParameter("partner", hour.partnerId().value())
                .setParameter("hour", hour.hour())
                .setParameter("fleet", hour.fleet())
                .setParameter("taken", aside.upto())
                .setParameter("batches", hour.batches())
                .setParameter("open", hour.openBatch().orElse(null))
                .executeUpdate()
                .chain(() -> keep(aside));
    }

    private Uni<Void> keep(CapBlock block) {
        return session.createNativeQuery(KEEP_BLOCK)
                .setParameter("partner", block.partnerId().value())
                .setParameter("me", me)
                .setParameter("hour", block.hour())
                .setParameter("upto", block.upto())
                .setParameter("remaining", block.remaining())
                .executeUpdate()
                .replaceWithVoid();
    }
}
