package io.latchkey.gateway.store;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.Enrollments;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.Redemption;
import io.latchkey.gateway.domain.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Codes and enrollments by Hibernate Reactive. */
@ApplicationScoped
class ReactiveEnrollments implements Enrollments {

    private static final int TURN = 100;

    private static final String REVOKE_OLDER =
            "update enrollment_codes set revoked = true where loan_id = :loan and used_by is null and not revoked";
    private static final String KNOW_DEVICE =
            "insert into devices (device_id, enrollments) values (:device, 0) on conflict (device_id) do nothing";
    /** The device that has that id, or the one whose second IMEI gives it; locked, so that numbers are taken in turn. */
    private static final String LOCK_KNOWN = "select d.device_id from devices d where d.device_id = :shown"
            + " or d.device_id = (select e.device_id from enrollments e where e.second_id = :shown limit 1)"
            + " order by (d.device_id = :shown) desc limit 1 for update";

    private static final String ANNOUNCED = "update enrollments e set announced = true"
            + " from unnest(cast(:devices as text[]), cast(:numbers as integer[])) as done (device_id, enrollment)"
            + " where e.device_id = done.device_id and e.enrollment = done.enrollment";

    private final Sessions sessions;

    ReactiveEnrollments(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> offer(Ticket ticket) {
        return sessions.inTransaction(session -> session.createNativeQuery(REVOKE_OLDER)
                .setParameter("loan", ticket.loanId().value())
                .executeUpdate()
                .chain(() -> session.persist(CodeRow.of(ticket))));
    }

    @Override
    public Uni<Outcome> redeem(
            String codeHash,
            Function<Optional<Ticket>, Redemption> judge,
            BiFunction<Ticket, Integer, Enrollment> enroll) {
        return sessions.inTransaction(session -> session.find(CodeRow.class, codeHash, LockModeType.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable)
                .chain(row -> switch (judge.apply(row.map(CodeRow::ticket))) {
                    case Redemption.Refusal refusal -> Uni.createFrom().<Outcome>item(new Refused(refusal));
                    case Redemption.Again again ->
                        session.find(EnrollmentRow.class, EnrollmentRow.Key.of(again.name()))
                                .<Outcome>map(found -> new Enrolled(found.toEnrollment()));
                    case Redemption.Renewed renewed -> throw new IllegalStateException("a code renews nothing");
                    case Redemption.Fresh fresh -> bind(session, row.orElseThrow(), fresh.ticket(), enroll);
                }));
    }

    private static Uni<Outcome> bind(
            Mutiny.Session session, CodeRow row, Ticket ticket, BiFunction<Ticket, Integer, Enrollment> enroll) {
        return bind(session, ticket.deviceId(), number -> enroll.apply(ticket, number))
                .invoke(enrolled -> row.useFor(
                        enrolled.enrollment().name().enrollment(),
                        enrolled.enrollment().key().thumbprint()))
                .map(enrolled -> enrolled);
    }

    private static Uni<Enrolled> bind(Mutiny.Session session, DeviceId deviceId, Function<Integer, Enrollment> enroll) {
        return session.createNativeQuery(KNOW_DEVICE)
                .setParameter("device", deviceId.value())
                .executeUpdate()
                .chain(() -> session.find(DeviceRow.class, deviceId.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(DeviceRow::nextNumber)
                .map(enroll)
                .chain(enrollment ->
                        session.persist(EnrollmentRow.of(enrollment)).replaceWith(new Enrolled(enrollment)));
    }

    @Override
    public Uni<Outcome> renew(
            DeviceId shownId,
            Function<Optional<Enrollment>, Redemption> judge,
            BiFunction<Enrollment, Integer, Enrollment> enroll) {
        return sessions.inTransaction(session -> newest(session, shownId).chain(newest -> switch (judge.apply(newest)) {
            case Redemption.Renewed renewed ->
                bind(session, renewed.before().name().deviceId(), number -> enroll.apply(renewed.before(), number))
                        .<Outcome>map(enrolled -> enrolled);
            case Redemption.Again again -> Uni.createFrom().<Outcome>item(new Enrolled(newest.orElseThrow()));
            case Redemption.Refusal refusal -> Uni.createFrom().<Outcome>item(new Refused(refusal));
            case Redemption.Fresh fresh -> throw new IllegalStateException("a renewal needs no ticket");
        }));
    }

    private static Uni<Optional<Enrollment>> newest(Mutiny.Session session, DeviceId shownId) {
        return session.createNativeQuery(LOCK_KNOWN, String.class)
                .setParameter("shown", shownId.value())
                .getSingleResultOrNull()
                .chain(device -> session.createSelectionQuery(
                                "from EnrollmentRow where deviceId = :device order by enrollment desc",
                                EnrollmentRow.class)
                        .setParameter("device", device)
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(EnrollmentRow::toEnrollment));
    }

    @Override
    public Uni<List<Enrollment>> unannounced() {
        return sessions.inSession(session -> session.createSelectionQuery(
                                "from EnrollmentRow where not announced order by enrolledAt", EnrollmentRow.class)
                        .setMaxResults(TURN)
                        .getResultList())
                .map(rows -> rows.stream().map(EnrollmentRow::toEnrollment).toList());
    }

    @Override
    public Uni<Void> announced(List<Enrollment> enrollments) {
        String[] devices =
                enrollments.stream().map(one -> one.name().deviceId().value()).toArray(String[]::new);
        Integer[] numbers =
                enrollments.stream().map(one -> one.name().enrollment()).toArray(Integer[]::new);
        return sessions.inTransaction(session -> session.createNativeQuery(ANNOUNCED)
                        .setParameter("devices", devices)
                        .setParameter("numbers", numbers)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
