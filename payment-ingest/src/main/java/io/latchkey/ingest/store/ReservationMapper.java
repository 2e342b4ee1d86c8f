package io.latchkey.ingest.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.latchkey.events.Event;
import io.latchkey.events.EventJson;
import io.latchkey.events.EventTypes;
import io.latchkey.events.InstallmentEvent;
import io.latchkey.ingest.app.AcceptedEvent;
import io.latchkey.ingest.app.Reservation;
import io.latchkey.ingest.domain.Content;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Between a reservation and its row. */
final class ReservationMapper {

    private ReservationMapper() {}

    static Reservation reservation(AcceptedEventRow row) {
        AcceptedEvent event = new AcceptedEvent(
                row.eventId.toString(),
                event(row),
                Instant.parse(row.eventTime),
                Instant.parse(row.recordedTime),
                row.traceparent,
                Optional.ofNullable(row.wrappedKey));
        return new Reservation(event, content(row), row.doneAt != null);
    }

    private static InstallmentEvent event(AcceptedEventRow row) {
        Class<? extends Event> type = EventTypes.byName(row.type)
                .orElseThrow(() -> new IllegalStateException("event " + row.eventId + " is of no known type"));
        return (InstallmentEvent) EventJson.read(type, row.event.getBytes(UTF_8));
    }

    private static Content content(AcceptedEventRow row) {
        try {
            return new Content(EventJson.mapper().readValue(row.content, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the content of event " + row.eventId + " is unreadable", e);
        }
    }

    static String type(Reservation reservation) {
        return EventTypes.nameOf(reservation.event().event().getClass());
    }

    static String event(Reservation reservation) {
        return new String(EventJson.write(reservation.event().event()), UTF_8);
    }

    static String content(Reservation reservation) {
        try {
            return EventJson.mapper().writeValueAsString(reservation.content().values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write strings", e);
        }
    }
}
