package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reservations as maps; the next marking can be made to fail, as a crash would. */
final class InMemoryReservations implements Reservations {

    private final Map<String, Reservation> byEventId = new HashMap<>();
    private final Map<String, String> byFactKey = new HashMap<>();
    private final Map<String, String> byWebhookId = new HashMap<>();
    private boolean failsToMark;

    void failToMarkOnce() {
        failsToMark = true;
    }

    @Override
    public Uni<Boolean> reserve(Keys keys, Reservation reservation) {
        if (byWebhookId.containsKey(webhook(keys)) || byFactKey.containsKey(fact(keys))) {
            return Uni.createFrom().item(false);
        }
        String eventId = reservation.event().id();
        byEventId.put(eventId, reservation);
        byFactKey.put(fact(keys), eventId);
        byWebhookId.put(webhook(keys), eventId);
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Holders> holders(Keys keys) {
        return Uni.createFrom()
                .item(new Holders(
                        Optional.ofNullable(byWebhookId.get(webhook(keys))).map(byEventId::get),
                        Optional.ofNullable(byFactKey.get(fact(keys))).map(byEventId::get)));
    }

    @Override
    public Uni<Boolean> bind(Keys keys, String eventId) {
        return Uni.createFrom().item(byWebhookId.putIfAbsent(webhook(keys), eventId) == null);
    }

    @Override
    public Uni<Long> last(PartnerId partnerId) {
        return Uni.createFrom().item((long) byEventId.size());
    }

    @Override
    public Uni<Boolean> openUpTo(PartnerId partnerId, long last) {
        return Uni.createFrom().item(byEventId.values().stream().anyMatch(held -> !held.done()));
    }

    @Override
    public Uni<Boolean> forgetKey(PartnerId partnerId, String factKey) {
        throw new AssertionError("nobody erases here");
    }

    @Override
    public Uni<Boolean> markDone(String eventId) {
        if (failsToMark) {
            failsToMark = false;
            return Uni.createFrom().failure(new UnavailableException("the database", new IllegalStateException()));
        }
        Reservation held = byEventId.get(eventId);
        byEventId.put(eventId, new Reservation(held.event(), held.content(), true));
        return Uni.createFrom().item(!held.done());
    }

    private static String webhook(Keys keys) {
        return keys.partnerId() + " " + keys.webhookId();
    }

    private static String fact(Keys keys) {
        return keys.partnerId() + " " + keys.factKey();
    }
}
