package io.latchkey.decision.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

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

    /** Of each partition by its own index: sorting all that waits would cost the more the more waits. */
    static final String OLDEST = """
            select word.* from partition_claim claim cross join lateral (
                select * from outbox where part = claim.part order by seq limit :most) word
            where claim.owner = :me and claim.part = any(cast(:parts as int[])) order by word.seq""";

    /** Ours go away from the front of a partition, so what others left comes there. */
    static final String OF_OTHERS = """
            select word.seq from partition_claim claim cross join lateral (
                select seq, writer from outbox where part = claim.part order by seq limit 100) word
            where claim.owner = :me and claim.part = any(cast(:parts as int[]))
                and word.writer is distinct from cast(:me as text) limit 1""";

    private final Mutiny.SessionFactory sessions;
    private final FreshContext contexts;
    private final Ownership ownership;

    ReactiveOutbox(Mutiny.SessionFactory sessions, FreshContext contexts, Ownership ownership) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.ownership = ownership;
    }

    @Override
    public Uni<Waiting> oldest(int ofEach) {
        if (ownership.partitions().isEmpty()) {
            return Uni.createFrom().item(new Waiting(List.of(), true));
        }
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(OLDEST, OutboxRow.class)
                .setParameter("parts", ownership.partitions().toArray(Integer[]::new))
                .setParameter("me", ownership.name())
                .setParameter("most", ofEach)
                .getResultList()
                .map(rows ->
                        new Waiting(rows.stream().map(ReactiveOutbox::event).toList(), isAll(rows, ofEach)))));
    }

    private static boolean isAll(List<OutboxRow> rows, int ofEach) {
        return rows.stream().collect(groupingBy(row -> row.part, counting())).values().stream()
                .allMatch(count -> count < ofEach);
    }

    @Override
    public Uni<Boolean> holdsWordsOfOthers() {
        if (ownership.partitions().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return contexts.run(() -> sessions.withSession(session -> session.createNativeQuery(OF_OTHERS, Long.class)
                .setParameter("parts", ownership.partitions().toArray(Integer[]::new))
                .setParameter("me", ownership.name())
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
