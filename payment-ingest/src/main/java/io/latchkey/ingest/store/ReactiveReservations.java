package io.latchkey.ingest.store;

import static java.util.Comparator.comparing;

import io.latchkey.events.EventTypes;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.Holders;
import io.latchkey.ingest.app.Keys;
import io.latchkey.ingest.app.Reservation;
import io.latchkey.ingest.app.Reservations;
import io.latchkey.ingest.store.ReserveStatement.Asked;
import io.latchkey.kit.work.Gathering;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reservations in PostgreSQL; two unique indexes decide who was first. What every request needs is asked for many
 * requests at once.
 */
@ApplicationScoped
class ReactiveReservations implements Reservations {

    private static final String BIND = """
            insert into webhook (partner_id, webhook_id, event_id) values (:partnerId, :webhookId, :eventId)
            on conflict do nothing
            """;

    /** An event, and 1 if the webhook-id stands for it. */
    private static final String HOLDERS = """
            select e, (select count(b) from WebhookRow b
                       where b.partnerId = :partnerId and b.webhookId = :webhookId and b.eventId = e.eventId)
            from AcceptedEventRow e
            where e.partnerId = :partnerId and e.factKey = :factKey
               or e.eventId = (select w.eventId from WebhookRow w
                               where w.partnerId = :partnerId and w.webhookId = :webhookId)
            """;

    private static final String MARK_DONE = """
            with done as (
                update accepted_event set done_at = now(), wrapped_key = null
                where event_id in (select cast(id as uuid) from unnest(cast($1 as text[])) as asked (id))
                  and done_at is null
                returning event_id)
            select cast(event_id as text) from done
            """;

    private static final String FORGET_KEY =
            "update accepted_event set wrapped_key = null where partner_id = $1 and fact_key = $2";

    private static final String LAST =
            "select coalesce(max(e.number), 0) from AcceptedEventRow e where e.partnerId = :partnerId";

    private static final String OPEN = """
            select count(e) from AcceptedEventRow e
            where e.partnerId = :partnerId and e.doneAt is null and e.number <= :last and e.type <> :watermark
            """;

    /** PostgreSQL, appendix A. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final int LARGEST_BATCH = 500;

    /**
     * A webhook that comes later than this after the one before is reserved at once. Where many come, those of one such
     * time stay together on their whole way, from hop to hop and to the broker, and share what every hop costs.
     */
    private static final Duration STEP = Duration.ofMillis(20);

    private final Database database;
    private final Gathering<Asked, Boolean> reserving = new Gathering<>(LARGEST_BATCH, STEP, this::reserve);
    private final Gathering<String, Boolean> marking = new Gathering<>(LARGEST_BATCH, Duration.ZERO, this::markDone);

    ReactiveReservations(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Boolean> reserve(Keys keys, Reservation reservation) {
        return reserving.ask(new Asked(keys, reservation));
    }

    private Uni<List<Boolean>> reserve(List<Asked> batch) {
        return insert(batch)
                .map(reserved -> batch.stream()
                        .map(asked -> reserved.contains(asked.eventId()))
                        .toList())
                // A webhook-id was taken by another fact in the same instant; then nothing was inserted.
                .onFailure(e ->
                        e.getCause() instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState()))
                .recoverWithUni(e -> batch.size() == 1 ? Uni.createFrom().item(List.of(false)) : reserveEach(batch));
    }

    private Uni<List<Boolean>> reserveEach(List<Asked> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(asked -> reserve(List.of(asked)).map(List::getFirst))
                .collect()
                .asList();
    }

    private Uni<Set<String>> insert(List<Asked> batch) {
        // In one order, so that two instances do not wait for each other.
        List<Asked> ordered = batch.stream()
                .sorted(comparing(asked -> asked.keys().factKey()))
                .toList();
        return database.run(ReserveStatement.SQL, ReserveStatement.values(ordered))
                .map(ReactiveReservations::eventIds);
    }

    private static Set<String> eventIds(RowSet<Row> rows) {
        Set<String> found = new HashSet<>();
        rows.forEach(row -> found.add(row.getString(0)));
        return found;
    }

    @Override
    public Uni<Boolean> forgetKey(PartnerId partnerId, String factKey) {
        return database.run(FORGET_KEY, Tuple.of(partnerId.value(), factKey)).map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Holders> holders(Keys keys) {
        return database.run(session -> session.createQuery(HOLDERS, Object[].class)
                .setParameter("partnerId", keys.partnerId().value())
                .setParameter("webhookId", keys.webhookId())
                .setParameter("factKey", keys.factKey())
                .getResultList()
                .map(found -> holders(keys, found)));
    }

    private static Holders holders(Keys keys, List<Object[]> found) {
        Optional<Reservation> ofWebhookId = Optional.empty();
        Optional<Reservation> ofFactKey = Optional.empty();
        for (Object[] one : found) {
            AcceptedEventRow row = (AcceptedEventRow) one[0];
            Reservation reservation = ReservationMapper.reservation(row);
            ofWebhookId = (Long) one[1] > 0 ? Optional.of(reservation) : ofWebhookId;
            ofFactKey = row.factKey.equals(keys.factKey()) ? Optional.of(reservation) : ofFactKey;
        }
        return new Holders(ofWebhookId, ofFactKey);
    }

    @Override
    public Uni<Boolean> bind(Keys keys, String eventId) {
        return database.run(session -> session.createNativeQuery(BIND)
                .setParameter("partnerId", keys.partnerId().value())
                .setParameter("webhookId", keys.webhookId())
                .setParameter("eventId", UUID.fromString(eventId))
                .executeUpdate()
                .map(rows -> rows == 1));
    }

    @Override
    public Uni<Long> last(PartnerId partnerId) {
        return database.run(session -> session.createQuery(LAST, Long.class)
                .setParameter("partnerId", partnerId.value())
                .getSingleResult());
    }

    @Override
    public Uni<Boolean> openUpTo(PartnerId partnerId, long last) {
        return database.run(session -> session.createQuery(OPEN, Long.class)
                .setParameter("partnerId", partnerId.value())
                .setParameter("last", last)
                .setParameter("watermark", EventTypes.nameOf(FeedWatermark.class))
                .getSingleResult()
                .map(open -> open > 0));
    }

    @Override
    public Uni<Boolean> markDone(String eventId) {
        return marking.ask(eventId);
    }

    private Uni<List<Boolean>> markDone(List<String> eventIds) {
        return database.run(MARK_DONE, Tuple.of(eventIds.toArray(String[]::new)))
                .map(ReactiveReservations::eventIds)
                // An event may be asked for twice; only one of both was first.
                .map(first -> eventIds.stream().map(first::remove).toList());
    }
}
