package io.latchkey.ingest.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A {@code webhook-id} and the event that it stands for. */
@Entity
@Table(name = "webhook")
@IdClass(WebhookRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class WebhookRow {

    @Id
    @Column(name = "partner_id")
    String partnerId;

    @Id
    @Column(name = "webhook_id")
    String webhookId;

    @Column(name = "event_id")
    UUID eventId;

    /** The primary key. */
    record Key(String partnerId, String webhookId) implements Serializable {}
}
