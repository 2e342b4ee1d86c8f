package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.HandsetToken;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker that remembers, or is away. */
final class HandsetsInMemory implements HandsetLink {

    final List<HandsetToken> published = new ArrayList<>();
    final Map<DeviceId, HandsetToken> retained = new HashMap<>();
    final Map<HandsetName, List<Long>> acked = new HashMap<>();
    boolean away;

    @Override
    public Uni<Void> publish(List<HandsetToken> tokens) {
        if (away) {
            return Uni.createFrom().failure(new IllegalStateException("away"));
        }
        published.addAll(tokens);
        tokens.forEach(token -> retained.put(token.deviceId(), token));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> acknowledge(Map<HandsetName, List<Long>> seqs) {
        acked.putAll(seqs);
        return Uni.createFrom().voidItem();
    }
}
