package io.latchkey.ingest.store;

import io.latchkey.ingest.app.AcceptedEvent;
import io.latchkey.ingest.app.Keys;
import io.latchkey.ingest.app.Reservation;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;

/** Reserves many events at once; each value is an array, with a place for each event. */
final class ReserveStatement {

    /**
     * Both keys or none: a fact under a used webhook-id is not even tried. Answers which events hold both.
     */
    static final String SQL = """
            with asked as (
                select cast(event_id as uuid), partner_id, webhook_id, fact_key, type, event, content, event_time,
                       recorded_time, traceparent, nullif(wrapped_key, '') as wrapped_key
                from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]),
                            cast($4 as text[]), cast($5 as text[]), cast($6 as text[]),
                            cast($7 as text[]), cast($8 as text[]), cast($9 as text[]),
                            cast($10 as text[]), cast($11 as text[]))
                    as asked (event_id, partner_id, webhook_id, fact_key, type, event, content, event_time,
                              recorded_time, traceparent, wrapped_key)),
            fresh as (
                insert into accepted_event (event_id, partner_id, fact_key, type, event, content,
                                            event_time, recorded_time, traceparent, wrapped_key)
                select event_id, partner_id, fact_key, type, event, content, event_time, recorded_time, traceparent,
                       wrapped_key
                from asked
                where not exists (
                    select 1 from webhook w
                    where w.partner_id = asked.partner_id and w.webhook_id = asked.webhook_id)
                on conflict (partner_id, fact_key) do nothing
                returning event_id),
            bound as (
                insert into webhook (partner_id, webhook_id, event_id)
                select asked.partner_id, asked.webhook_id, asked.event_id from asked join fresh using (event_id)
                returning event_id)
            select cast(event_id as text) from bound
            """;

    /** One event that wants its keys. */
    record Asked(Keys keys, Reservation reservation) {

        AcceptedEvent event() {
            return reservation.event();
        }

        String eventId() {
            return event().id();
        }
    }

    private ReserveStatement() {}

    static Tuple values(List<Asked> batch) {
        return Tuple.from(List.of(
                column(batch, Asked::eventId),
                column(batch, asked -> asked.keys().partnerId().value()),
                column(batch, asked -> asked.keys().webhookId()),
                column(batch, asked -> asked.keys().factKey()),
                column(batch, asked -> ReservationMapper.type(asked.reservation())),
                column(batch, asked -> ReservationMapper.event(asked.reservation())),
                column(batch, asked -> ReservationMapper.content(asked.reservation())),
                column(batch, asked -> asked.event().time().toString()),
                column(batch, asked -> asked.event().recordedAt().toString()),
                column(batch, asked -> asked.event().traceparent()),
                column(batch, asked -> asked.event().wrappedKey().orElse(""))));
    }

    private static String[] column(List<Asked> batch, Function<Asked, String> value) {
        return batch.stream().map(value).toArray(String[]::new);
    }
}
