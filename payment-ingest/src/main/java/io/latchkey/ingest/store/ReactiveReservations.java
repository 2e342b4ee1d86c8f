package io.latchkey.ingest.store;

import io.latchkey.events.EventTypes;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.Holders;
import io.latchkey.ingest.app.Keys;
import io.latchkey.ingest.app.Reservation;
import io.latchkey.ingest.app.Reservations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Reservations in PostgreSQL; two unique indexes decide who was first. */
@ApplicationScoped
class ReactiveReservations implements Reservations {

    /** Both keys or none: a fact under a used webhook-id is not even tried. */
    private static final String RESERVE = """
            with fresh as (
                insert into accepted_event (event_id, partner_id, fact_key, type, event, content,
                                            event_time, recorded_time, traceparent)
                select cast(:eventId as uuid), :partnerId, :factKey, :type, :event, :content,
                       :eventTime, :recordedTime, :traceparent
                where not exists (
                    select 1 from webhook where partner_id = :partnerId and webhook_id = :webhookId)
                on conflict (partner_id, fact_key) do nothing
                returning event_id)
            insert into webhook (partner_id, webhook_id, event_id)
            select :partnerId, :webhookId, event_id from fresh
            """;

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

    private static final String MARK_DONE =
            "update accepted_event set done_at = now() where event_id = :eventId and done_at is null";

    private static final String LAST =
            "select coalesce(max(e.number), 0) from AcceptedEventRow e where e.partnerId = :partnerId";

    private static final String OPEN = """
            select count(e) from AcceptedEventRow e
            where e.partnerId = :partnerId and e.doneAt is null and e.number <= :last and e.type <> :watermark
            """;

    private final Database database;

    ReactiveReservations(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Boolean> reserve(Keys keys, Reservation reservation) {
        return database.run(session -> session.createNativeQuery(RESERVE)
                .setParameter("eventId", UUID.fromString(reservation.event().id()))
                .setParameter("partnerId", keys.partnerId().value())
                .setParameter("webhookId", keys.webhookId())
                .setParameter("factKey", keys.factKey())
                .setParameter("type", ReservationMapper.type(reservation))
                .setParameter("event", ReservationMapper.event(reservation))
                .setParameter("content", ReservationMapper.content(reservation))
                .setParameter("eventTime", reservation.event().time().toString())
                .setParameter("recordedTime", reservation.event().recordedAt().toString())
                .setParameter("traceparent", reservation.event().traceparent())
                .executeUpdate()
                .map(rows -> rows == 1)
                // The webhook-id was taken by another fact in the same instant; then nothing was inserted.
                .onFailure(ConstraintViolationException.class)
                .recoverWithItem(false));
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
        return database.run(session -> session.createNativeQuery(MARK_DONE)
                .setParameter("eventId", UUID.fromString(eventId))
                .executeUpdate()
                .map(rows -> rows == 1));
    }
}
