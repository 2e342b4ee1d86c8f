package io.latchkey.ingest.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event that was reserved, and what a repetition of it must say. */
@Entity
@Table(name = "accepted_event")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AcceptedEventRow {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "partner_id")
    String partnerId;

    @Column(name = "fact_key")
    String factKey;

    /** As {@code ce_type} names it. */
    String type;

    /** The event's JSON, to the byte. */
    String event;

    /** JSON, by pointer. */
    String content;

    /** ISO 8601, because a timestamp column would drop nanoseconds and the event would not be the very same. */
    @Column(name = "event_time")
    String eventTime;

    @Column(name = "recorded_time")
    String recordedTime;

    String traceparent;

    /** The loan's key, wrapped; gone when Kafka has it, because only there can it be erased. */
    @Nullable
    @Column(name = "wrapped_key")
    String wrappedKey;

    /** Counts reservations, so that a gap can be told from what came later. */
    @Column(insertable = false, updatable = false)
    long number;

    @Nullable
    @Column(name = "done_at")
    Instant doneAt;
}
