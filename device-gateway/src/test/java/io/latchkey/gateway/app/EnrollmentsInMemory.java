package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.Redemption;
import io.latchkey.gateway.domain.Ticket;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Enrollments that wait to be announced; none can be made here. */
final class EnrollmentsInMemory implements Enrollments {

    final List<Enrollment> waiting = new ArrayList<>();

    @Override
    public Uni<Void> offer(Ticket ticket) {
        throw new UnsupportedOperationException("nobody offers codes here");
    }

    @Override
    public Uni<Outcome> redeem(
            String codeHash,
            Function<Optional<Ticket>, Redemption> judge,
            BiFunction<Ticket, Integer, Enrollment> enroll) {
        throw new UnsupportedOperationException("nobody enrolls here");
    }

    @Override
    public Uni<Outcome> renew(
            DeviceId shownId,
            Function<Optional<Enrollment>, Redemption> judge,
            BiFunction<Enrollment, Integer, Enrollment> enroll) {
        throw new UnsupportedOperationException("nobody enrolls here");
    }

    @Override
    public Uni<List<Enrollment>> unannounced() {
        return Uni.createFrom().item(() -> List.copyOf(waiting));
    }

    @Override
    public Uni<Void> announced(List<Enrollment> enrollments) {
        return Uni.createFrom().item(() -> waiting.removeAll(enrollments)).replaceWithVoid();
    }
}
