package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.Contest;
import io.latchkey.gateway.domain.HandsetName;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Remembers who turned up; nobody decides. */
final class ContestsInMemory implements Contests {

    final List<HandsetName> rivals = new ArrayList<>();

    @Override
    public Uni<Void> open(Collection<HandsetName> turnedUp, Instant now) {
        rivals.addAll(turnedUp);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Outcome> settle(DeviceId deviceId, int kept, Instant now) {
        return Uni.createFrom().item(new Uncontested());
    }

    @Override
    public Uni<List<Waiting>> waiting(Optional<DeviceId> after, int limit) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<Contest>> unannounced() {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> announced(List<Contest> contests) {
        return Uni.createFrom().voidItem();
    }
}
