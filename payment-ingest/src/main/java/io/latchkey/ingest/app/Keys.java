package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;

/**
 * What a request is known by, within its partner.
 *
 * @param partnerId the partner
 * @param webhookId names the request
 * @param factKey names the fact
 */
public record Keys(PartnerId partnerId, String webhookId, String factKey) {}
