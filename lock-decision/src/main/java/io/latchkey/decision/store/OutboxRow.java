package io.latchkey.decision.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** An event that is committed and not known to be published. */
@NullUnmarked
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    @Column(name = "event_id")
    String eventId;

    /** Given by the database. */
    @Column(insertable = false, updatable = false)
    Long seq;

    String type;

    String content;

    Instant time;

    Instant recorded;

    @Column(name = "causation_id")
    String causationId;

    String traceparent;

    /** The partition of installment-events whose owner relays it. */
    int part;

    /** The process that committed it. */
    String writer;
}
