package io.latchkey.ingest.store;

import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.PackId;
import io.latchkey.ingest.app.LostBooks;
import io.latchkey.ingest.app.Reservation;
import io.latchkey.kit.lost.LostDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A rebuild's own part of the database. */
@ApplicationScoped
class JdbcLostBooks implements LostBooks {

    private static final String ANY_ROW = "select from partner_profile union all select from accepted_event limit 1";

    private static final String PROFILE = """
            insert into partner_profile as kept (partner_id, revision, profile, kept_at, done) values (?, 1, ?, ?, true)
            on conflict (partner_id) do update
            set revision = kept.revision + 1, profile = excluded.profile, kept_at = excluded.kept_at""";

    private static final String POLICY = """
            insert into policy_version (partner_id, name, version, policy, pack, kept_at, done)
            values (?, ?, ?, ?, ?, ?, true) on conflict do nothing""";

    private static final String EVENT = """
            insert into accepted_event (event_id, partner_id, fact_key, type, event, content, event_time, recorded_time,
                                        traceparent, done_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, now()) on conflict do nothing""";

    private final LostDatabase database;

    JdbcLostBooks(DataSource dataSource) {
        this.database = new LostDatabase(dataSource, ANY_ROW);
    }

    @Override
    public boolean fillIfEmpty(Consumer<Pen> work) {
        return database.fillIfEmpty(connection -> work.accept(new JdbcPen(connection, new HashSet<>())));
    }

    /** Profiles have revisions that nobody tells: each that was told once is one. */
    private record JdbcPen(Connection connection, Set<String> told) implements Pen {

        @Override
        public void announced(List<Announcement> announcements) {
            try (PreparedStatement profiles = connection.prepareStatement(PROFILE);
                    PreparedStatement policies = connection.prepareStatement(POLICY)) {
                for (Announcement one : announcements) {
                    if (told.add(one.id())) {
                        add(profiles, policies, one);
                    }
                }
                profiles.executeBatch();
                policies.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException("partners cannot be written again", e);
            }
        }

        private static void add(PreparedStatement profiles, PreparedStatement policies, Announcement one)
                throws SQLException {
            PartnerId partner = one.event().partnerId();
            switch (one.event()) {
                case PartnerEvent.PartnerRegistered registered -> add(profiles, partner, registered.profile(), one);
                case PartnerEvent.PartnerChanged changed -> add(profiles, partner, changed.profile(), one);
                case PolicyPublished published ->
                    LostDatabase.add(
                            policies,
                            partner.value(),
                            published.policy().name(),
                            published.policy().version(),
                            AnnouncementMapper.json(published.policy()),
                            published.pack().map(PackId::toString).orElse(null),
                            one.time());
            }
        }

        private static void add(PreparedStatement profiles, PartnerId partner, PartnerProfile profile, Announcement one)
                throws SQLException {
            LostDatabase.add(profiles, partner.value(), AnnouncementMapper.json(profile), one.time());
        }

        @Override
        public void accepted(List<Known> accepted) {
            try (PreparedStatement events = connection.prepareStatement(EVENT)) {
                for (Known one : accepted) {
                    Reservation reservation = new Reservation(one.event(), one.content(), true);
                    LostDatabase.add(
                            events,
                            UUID.fromString(one.event().id()),
                            one.partnerId().value(),
                            one.factKey(),
                            ReservationMapper.type(reservation),
                            ReservationMapper.event(reservation),
                            ReservationMapper.content(reservation),
                            one.event().time().toString(),
                            one.event().recordedAt().toString(),
                            one.event().traceparent());
                }
                events.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException("accepted events cannot be written again", e);
            }
        }
    }
}
