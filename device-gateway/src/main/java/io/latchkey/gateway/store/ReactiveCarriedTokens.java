package io.latchkey.gateway.store;

import static java.util.stream.Collectors.toMap;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.CarriedTokens;
import io.latchkey.gateway.domain.HandsetToken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The newest tokens, one statement a batch. */
@ApplicationScoped
class ReactiveCarriedTokens implements CarriedTokens {

    private static final String NEWEST = "select device_id, revision, token from carried_tokens"
            + " where device_id = any(cast(:devices as text[]))";
    private static final String REVISIONS =
            "select device_id, revision from carried_tokens where device_id = any(cast(:devices as text[]))";
    private static final String NOTE = "insert into carried_tokens (device_id, revision, token)"
            + " select * from unnest(cast(:devices as text[]), cast(:revisions as bigint[]), cast(:tokens as text[]))"
            + " on conflict (device_id) do update set revision = excluded.revision, token = excluded.token"
            + " where carried_tokens.revision < excluded.revision";

    private final Sessions sessions;

    ReactiveCarriedTokens(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Map<DeviceId, Long>> revisions(Collection<DeviceId> devices) {
        if (devices.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sessions.inStatelessSession(session -> session.createNativeQuery(REVISIONS, Object[].class)
                        .setParameter("devices", ids(devices))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(toMap(row -> new DeviceId((String) row[0]), row -> ((Number) row[1]).longValue())));
    }

    @Override
    public Uni<List<HandsetToken>> newest(Collection<DeviceId> devices) {
        if (devices.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sessions.inStatelessSession(session -> session.createNativeQuery(NEWEST, Object[].class)
                        .setParameter("devices", ids(devices))
                        .getResultList())
                .map(rows -> rows.stream().map(ReactiveCarriedTokens::token).toList());
    }

    @Override
    public Uni<Void> note(List<HandsetToken> tokens) {
        if (tokens.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // One statement is a transaction by itself; begin and commit would be two more round trips.
        return sessions.inStatelessSession(session -> session.createNativeQuery(NOTE)
                        .setParameter("devices", column(tokens, String[]::new, one -> one.deviceId()
                                .value()))
                        .setParameter("revisions", column(tokens, Long[]::new, HandsetToken::revision))
                        .setParameter("tokens", column(tokens, String[]::new, HandsetToken::jws))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String[] ids(Collection<DeviceId> devices) {
        return devices.stream().map(DeviceId::value).toArray(String[]::new);
    }

    private static <T> T[] column(List<HandsetToken> tokens, IntFunction<T[]> array, Function<HandsetToken, T> value) {
        return tokens.stream().map(value).toArray(array);
    }

    private static HandsetToken token(Object[] row) {
        return new HandsetToken(new DeviceId((String) row[0]), ((Number) row[1]).longValue(), (String) row[2]);
    }
}
