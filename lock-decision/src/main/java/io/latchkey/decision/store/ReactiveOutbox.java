package io.latchkey.decision.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.decision.app.Outbox;
import io.latchkey.decision.app.Ownership;
import io.latchkey.events.Event;
import io.latchkey.events.EventJson;
import io.latchkey.events.EventTypes;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.work.FreshContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The outbox in PostgreSQL. */
@ApplicationScoped
class ReactiveOutbox implements Outbox {

    private final Mutiny.SessionFactory sessions;
    private final FreshContext contexts;
    private final Ownership ownership;

    ReactiveOutbox(Mutiny.SessionFactory sessions, FreshContext contexts, Ownership ownership) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.ownership = ownership;
    }

    @Override
    public Uni<List<OutgoingEvent>> oldest(int limit) {
        if (ownership.partitions().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return contexts.run(() -> sessions.withSession(session -> session.createSelectionQuery(
                        "from OutboxRow o where o.part " + ClaimRow.OURS + " order by o.seq", OutboxRow.class)
                .setParameter("parts", ownership.partitions())
                .setParameter("me", ownership.name())
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(ReactiveOutbox::event).toList())));
    }

    @Override
    public Uni<Boolean> holdsWordsOfOthers() {
        if (ownership.partitions().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return contexts.run(() -> sessions.withSession(session -> session.createSelectionQuery(
                        "select o.seq from OutboxRow o where o.part " + ClaimRow.OURS
                                + " and (o.writer is null or o.writer <> :me)",
                        Long.class)
                .setParameter("parts", ownership.partitions())
                .setParameter("me", ownership.name())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Objects::nonNull)));
    }

    @Override
    public Uni<Boolean> isEmpty() {
        return contexts.run(() -> sessions.withSession(
                session -> session.createSelectionQuery("select o.seq from OutboxRow o", Long.class)
                        .setMaxResults(1)
                        .getSingleResultOrNull()
                        .map(Objects::isNull)));
    }

    @Override
    public Uni<Void> remove(List<String> eventIds) {
        return contexts.run(() -> sessions.withSession(
                session -> session.createNativeQuery("delete from outbox where event_id = any(cast(:ids as text[]))")
                        .setParameter("ids", eventIds.toArray(String[]::new))
                        .executeUpdate()
                        .replaceWithVoid()));
    }

    private static OutgoingEvent event(OutboxRow row) {
        Class<? extends Event> type = EventTypes.byName(row.type)
                .orElseThrow(() -> new IllegalStateException("the outbox holds an unknown type " + row.type));
        return new OutgoingEvent(
                EventJson.read(type, row.content.getBytes(UTF_8)),
                new EventMeta(
                        row.eventId, row.time, row.recorded, Optional.ofNullable(row.causationId), row.traceparent));
    }
}
