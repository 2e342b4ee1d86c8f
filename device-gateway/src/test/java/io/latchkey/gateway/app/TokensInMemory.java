package io.latchkey.gateway.app;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.HandsetToken;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Noted tokens, by the same rule as the database's. */
final class TokensInMemory implements CarriedTokens {

    final Map<DeviceId, HandsetToken> tokens = new HashMap<>();

    @Override
    public Uni<Map<DeviceId, Long>> revisions(Collection<DeviceId> devices) {
        return newest(devices)
                .map(found -> found.stream().collect(toMap(HandsetToken::deviceId, HandsetToken::revision)));
    }

    @Override
    public Uni<Void> note(List<HandsetToken> noted) {
        noted.forEach(token ->
                tokens.merge(token.deviceId(), token, (held, next) -> held.revision() < next.revision() ? next : held));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<HandsetToken>> newest(Collection<DeviceId> devices) {
        return Uni.createFrom()
                .item(tokens.values().stream()
                        .filter(token -> devices.contains(token.deviceId()))
                        .toList());
    }
}
