package io.latchkey.gateway.store;

import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport.ContestSettled;
import io.latchkey.events.DeviceReport.EnrollmentContested;
import io.latchkey.gateway.app.LostRegister;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.HandsetToken;
import io.latchkey.kit.lost.LostDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A rebuild's own part of the database. */
@ApplicationScoped
class JdbcLostRegister implements LostRegister {

    private static final String ANY_ROW = "select from devices union all select from enrollment_codes limit 1";

    private static final String DEVICE = "insert into devices as known (device_id, enrollments) values (?, ?)"
            + " on conflict (device_id) do update set enrollments = greatest(known.enrollments, excluded.enrollments)";

    private static final String ENROLLMENT = "insert into enrollments (device_id, enrollment, loan_id, partner_id,"
            + " second_id, enrolled_at, spki, key_thumbprint, announced) values (?, ?, ?, ?, ?, ?, ?, ?, true)"
            + " on conflict do nothing";

    private static final String CONTEST = "insert into contests (device_id, enrollment, rival, loan_id, partner_id,"
            + " contested_at, announced) values (?, ?, ?, ?, ?, ?, true) on conflict do nothing";

    private static final String SETTLE = "update contests set settled_enrollment = ?, kept = ?, settled_at = ?"
            + " where device_id = ? and settled_at is null";

    private static final String BIND = "update devices set enrollments = ?, rival = ?, settled = ? where device_id = ?";

    private static final String TOKEN = "insert into carried_tokens as known (device_id, revision, token)"
            + " values (?, ?, ?) on conflict (device_id) do update"
            + " set revision = excluded.revision, token = excluded.token where known.revision < excluded.revision";

    private final LostDatabase database;

    JdbcLostRegister(DataSource dataSource) {
        this.database = new LostDatabase(dataSource, ANY_ROW);
    }

    @Override
    public boolean fillIfEmpty(Consumer<Pen> work) {
        return database.fillIfEmpty(connection -> work.accept(new JdbcPen(connection)));
    }

    private record JdbcPen(Connection connection) implements Pen {

        @Override
        public void enrolled(List<Enrollment> enrollments) {
            forEach(
                    DEVICE,
                    enrollments,
                    one -> values(one.name().deviceId().value(), one.name().enrollment()));
            forEach(
                    ENROLLMENT,
                    enrollments,
                    one -> values(
                            one.name().deviceId().value(),
                            one.name().enrollment(),
                            one.loanId().value(),
                            one.partnerId().value(),
                            one.secondId().map(DeviceId::value).orElse(null),
                            one.enrolledAt(),
                            one.key().spki(),
                            one.key().thumbprint()));
        }

        @Override
        public void contested(EnrollmentContested contest) {
            forEach(DEVICE, List.of(contest), one -> values(one.deviceId().value(), one.enrollment()));
            forEach(
                    CONTEST,
                    List.of(contest),
                    one -> values(
                            one.deviceId().value(),
                            one.enrollment(),
                            one.rival(),
                            one.loanId().value(),
                            one.partnerId().value(),
                            one.contestedAt()));
        }

        @Override
        public void settled(ContestSettled settlement) {
            forEach(
                    SETTLE,
                    List.of(settlement),
                    one -> values(
                            one.enrollment(),
                            one.kept(),
                            one.settledAt(),
                            one.deviceId().value()));
        }

        @Override
        public void bound(Map<DeviceId, Bindings> bindings) {
            forEach(
                    BIND,
                    List.copyOf(bindings.entrySet()),
                    one -> values(
                            one.getValue().newest(),
                            one.getValue().rival().orElse(null),
                            one.getValue().settled(),
                            one.getKey().value()));
        }

        @Override
        public void carried(List<HandsetToken> tokens) {
            forEach(TOKEN, tokens, one -> values(one.deviceId().value(), one.revision(), one.jws()));
        }

        private <T> void forEach(String sql, List<T> all, Function<T, @Nullable Object[]> values) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (T one : all) {
                    LostDatabase.add(statement, values.apply(one));
                }
                statement.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException("handsets cannot be written again", e);
            }
        }

        private static @Nullable Object[] values(@Nullable Object... values) {
            return values;
        }
    }
}
