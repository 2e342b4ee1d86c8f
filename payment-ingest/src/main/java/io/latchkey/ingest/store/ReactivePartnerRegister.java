package io.latchkey.ingest.store;

import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.app.Announcement;
import io.latchkey.ingest.app.PartnerRegister;
import io.latchkey.ingest.domain.Policies;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was announced of the partners, in PostgreSQL. */
@ApplicationScoped
class ReactivePartnerRegister implements PartnerRegister {

    private static final String KEEP_PROFILE = """
            insert into partner_profile as kept (partner_id, revision, profile, kept_at, done)
            values (:partnerId, 1, :profile, now(), false)
            on conflict (partner_id) do update
            set revision = kept.revision + 1, profile = excluded.profile, kept_at = excluded.kept_at, done = false
            where kept.profile <> excluded.profile
            """;

    private static final String KEEP_POLICY = """
            insert into policy_version (partner_id, name, version, policy, pack, kept_at, done)
            values (:partnerId, :name, :version, :policy, :pack, now(), false)
            on conflict do nothing
            """;

    // Native, as the first statement after the start: to parse the first one in HQL takes longer than its patience.
    private static final String POLICIES = "select policy from policy_version where partner_id = :partnerId";

    private static final String ALL_POLICIES = "select partner_id, policy from policy_version";

    private static final String COUNT = """
            select count(*), count(*) filter (where not done and kept_at < now() - $1 * interval '1 millisecond')
            from policy_version
            """;

    private static final String KEPT_POLICY =
            "select policy from PolicyRow where partnerId = :partnerId and name = :name and version = :version";

    private final Database database;

    ReactivePartnerRegister(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Void> keep(PartnerId id, PartnerProfile profile) {
        return database.run(session -> session.createNativeQuery(KEEP_PROFILE)
                .setParameter("partnerId", id.value())
                .setParameter("profile", AnnouncementMapper.json(profile))
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<List<Policy>> policies(PartnerId id) {
        return database.run(session -> session.createNativeQuery(POLICIES, String.class)
                .setParameter("partnerId", id.value())
                .getResultList()
                .map(kept -> kept.stream().map(AnnouncementMapper::policy).toList()));
    }

    @Override
    public Uni<Map<PartnerId, Policies>> policies() {
        return database.run(ALL_POLICIES, Tuple.tuple()).map(ReactivePartnerRegister::byPartner);
    }

    private static Map<PartnerId, Policies> byPartner(RowSet<Row> rows) {
        Map<PartnerId, List<Policy>> policies = new HashMap<>();
        rows.forEach(row -> policies.computeIfAbsent(new PartnerId(row.getString(0)), id -> new ArrayList<>())
                .add(AnnouncementMapper.policy(row.getString(1))));
        Map<PartnerId, Policies> found = new HashMap<>();
        policies.forEach((id, versions) -> found.put(id, new Policies(versions)));
        return Map.copyOf(found);
    }

    @Override
    public Uni<Count> count(Duration patience) {
        return database.run(COUNT, Tuple.of(patience.toMillis())).map(rows -> {
            Row row = rows.iterator().next();
            return new Count(row.getLong(0), row.getLong(1));
        });
    }

    @Override
    public Uni<Policy> keep(PartnerId id, Policy policy, PackId pack) {
        return database.run(session -> session.createNativeQuery(KEEP_POLICY)
                        .setParameter("partnerId", id.value())
                        .setParameter("name", policy.name())
                        .setParameter("version", policy.version())
                        .setParameter("policy", AnnouncementMapper.json(policy))
                        .setParameter("pack", pack.toString())
                        .executeUpdate())
                .chain(() -> kept(id, policy));
    }

    private Uni<Policy> kept(PartnerId id, Policy policy) {
        return database.run(session -> session.createQuery(KEPT_POLICY, String.class)
                .setParameter("partnerId", id.value())
                .setParameter("name", policy.name())
                .setParameter("version", policy.version())
                .getSingleResult()
                .map(AnnouncementMapper::policy));
    }

    @Override
    public Uni<List<Announcement>> pending() {
        Uni<List<Announcement>> profiles = database.run(session -> session.createQuery(
                        "from ProfileRow where not done order by partnerId", ProfileRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(AnnouncementMapper::announcement).toList()));
        Uni<List<Announcement>> policies = database.run(session -> session.createQuery(
                        "from PolicyRow where not done order by partnerId, name, version", PolicyRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(AnnouncementMapper::announcement).toList()));
        return profiles.chain(first -> policies.map(
                second -> Stream.concat(first.stream(), second.stream()).toList()));
    }

    @Override
    public Uni<Void> markDone(Announcement announcement) {
        return database.run(session -> markDone(session, announcement).replaceWithVoid());
    }

    private static Uni<Integer> markDone(Mutiny.StatelessSession session, Announcement announcement) {
        String partner = announcement.event().partnerId().value();
        return announcement.event() instanceof PartnerEvent.PolicyPublished published
                ? session.createNativeQuery("update policy_version set done = true"
                                + " where partner_id = :partnerId and name = :name and version = :version")
                        .setParameter("partnerId", partner)
                        .setParameter("name", published.policy().name())
                        .setParameter("version", announcement.revision())
                        .executeUpdate()
                : session.createNativeQuery("update partner_profile set done = true"
                                + " where partner_id = :partnerId and revision = :revision")
                        .setParameter("partnerId", partner)
                        .setParameter("revision", announcement.revision())
                        .executeUpdate();
    }
}
