package io.latchkey.gateway.store;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.HandsetKeys;
import io.latchkey.gateway.domain.EnrolledKey;
import io.latchkey.gateway.domain.HandsetName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enrolled keys, one statement a batch. Nothing is remembered: another instance may enroll the same device. */
@ApplicationScoped
class ReactiveHandsetKeys implements HandsetKeys {

    private static final String KEYS = "select e.device_id, e.enrollment, e.spki, d.enrollments, d.rival, d.settled,"
            + " n.enrolled_at from unnest(cast(:devices as text[]), cast(:numbers as integer[])) as asked (device, number)"
            + " join enrollments e on e.device_id = asked.device and e.enrollment = asked.number"
            + " join devices d on d.device_id = e.device_id"
            + " left join enrollments n on n.device_id = e.device_id and n.enrollment = e.enrollment + 1";

    private final Sessions sessions;

    ReactiveHandsetKeys(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Map<HandsetName, EnrolledKey>> of(Collection<HandsetName> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<HandsetName> asked = List.copyOf(names);
        return sessions.inStatelessSession(session -> session.createNativeQuery(KEYS, Object[].class)
                        .setParameter(
                                "devices",
                                asked.stream()
                                        .map(name -> name.deviceId().value())
                                        .toArray(String[]::new))
                        .setParameter(
                                "numbers",
                                asked.stream().map(HandsetName::enrollment).toArray(Integer[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(toMap(
                                row -> new HandsetName(new DeviceId((String) row[0]), number(row[1])),
                                ReactiveHandsetKeys::key)));
    }

    private static EnrolledKey key(Object[] row) {
        return new EnrolledKey(
                number(row[1]),
                (String) row[2],
                new Bindings(
                        number(row[3]), Optional.ofNullable(row[4]).map(ReactiveHandsetKeys::number), number(row[5])),
                Optional.ofNullable(row[6]).map(ReactiveHandsetKeys::moment));
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private static Instant moment(Object column) {
        return column instanceof OffsetDateTime at ? at.toInstant() : (Instant) column;
    }
}
