package io.latchkey.gateway.store;

import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.Contests;
import io.latchkey.gateway.domain.Contest;
import io.latchkey.gateway.domain.HandsetName;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Contests by Hibernate Reactive. */
@ApplicationScoped
class ReactiveContests implements Contests {

    private static final int TURN = 100;
    private static final String NEWEST_CONTEST = "from ContestRow where deviceId = :device order by enrollment desc";
    private static final String WAITING = "select c, d from ContestRow c join DeviceRow d on d.deviceId = c.deviceId"
            + " where c.settledAt is null and c.deviceId > :after order by c.deviceId";
    private static final String UNANNOUNCED = "from ContestRow where not announced order by contestedAt";
    private static final String ANNOUNCED = "update contests set announced = true where device_id = :device"
            + " and enrollment = :number and (settled_at is not null) = :settled";

    private final Sessions sessions;

    ReactiveContests(Sessions sessions) {
        this.sessions = sessions;
    }

    /** In the order of devices, so that two transactions never wait for each other. */
    @Override
    public Uni<Void> open(Collection<HandsetName> rivals, Instant now) {
        List<HandsetName> inOrder = rivals.stream()
                .sorted(Comparator.comparing(
                                (HandsetName name) -> name.deviceId().value())
                        .thenComparing(HandsetName::enrollment))
                .toList();
        return sessions.inTransaction(session -> Multi.createFrom()
                .iterable(inOrder)
                .onItem()
                .transformToUniAndConcatenate(rival -> open(session, rival, now))
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private static Uni<Void> open(Mutiny.Session session, HandsetName rival, Instant now) {
        return locked(session, rival.deviceId()).chain(device -> {
            Bindings before = device.orElseThrow().bindings();
            Bindings after = before.contested(before.newest(), rival.enrollment());
            if (after.equals(before)) {
                return Uni.createFrom().voidItem();
            }
            device.orElseThrow().bind(after);
            return session.find(
                            EnrollmentRow.class,
                            new EnrollmentRow.Key(rival.deviceId().value(), after.newest()))
                    .chain(newest -> session.persist(ContestRow.opened(newest, rival.enrollment(), now)));
        });
    }

    @Override
    public Uni<Outcome> settle(DeviceId deviceId, int kept, Instant now) {
        return sessions.inTransaction(
                session -> locked(session, deviceId).chain(device -> newestContest(session, deviceId)
                        .map(contest -> contest.<Outcome>map(row -> settle(device.orElseThrow(), row, kept, now))
                                .orElseGet(Uncontested::new))));
    }

    private static Outcome settle(DeviceRow device, ContestRow contest, int kept, Instant now) {
        Bindings bindings = device.bindings();
        if (bindings.areContested()) {
            if (!bindings.heard().contains(kept)) {
                return new NoClaimant(bindings.heard());
            }
            device.bind(bindings.settled(bindings.newest(), kept));
            contest.settle(bindings.newest(), kept, now);
            return new Settled(contest.toContest());
        }
        boolean same = contest.settledAt != null
                && contest.kept == kept
                && bindings.heard().equals(List.of(kept));
        return same ? new Settled(contest.toContest()) : new Uncontested();
    }

    private static Uni<Optional<DeviceRow>> locked(Mutiny.Session session, DeviceId deviceId) {
        return session.find(DeviceRow.class, deviceId.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable);
    }

    private static Uni<Optional<ContestRow>> newestContest(Mutiny.Session session, DeviceId deviceId) {
        return session.createSelectionQuery(NEWEST_CONTEST, ContestRow.class)
                .setParameter("device", deviceId.value())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<List<Waiting>> waiting(Optional<DeviceId> after, int limit) {
        return sessions.inSession(session -> session.createSelectionQuery(WAITING, Object[].class)
                        .setParameter("after", after.map(DeviceId::value).orElse(""))
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(ReactiveContests::waiting).toList());
    }

    private static Waiting waiting(Object[] row) {
        return new Waiting(
                ((ContestRow) row[0]).toContest(),
                ((DeviceRow) row[1]).bindings().heard());
    }

    @Override
    public Uni<List<Contest>> unannounced() {
        return sessions.inSession(session -> session.createSelectionQuery(UNANNOUNCED, ContestRow.class)
                        .setMaxResults(TURN)
                        .getResultList())
                .map(rows -> rows.stream().map(ContestRow::toContest).toList());
    }

    @Override
    public Uni<Void> announced(List<Contest> contests) {
        return sessions.inTransaction(session -> Multi.createFrom()
                .iterable(contests)
                .onItem()
                .transformToUniAndConcatenate(contest -> session.createNativeQuery(ANNOUNCED)
                        .setParameter("device", contest.deviceId().value())
                        .setParameter("number", contest.enrollment())
                        .setParameter("settled", contest.settlement().isPresent())
                        .executeUpdate())
                .collect()
                .asList()
                .replaceWithVoid());
    }
}
