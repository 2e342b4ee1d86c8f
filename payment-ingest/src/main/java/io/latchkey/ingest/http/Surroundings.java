package io.latchkey.ingest.http;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Policies;
import java.time.Instant;

/**
 * What a webhook is read against.
 *
 * @param partnerId who sent it
 * @param policies the partner's, as they are known now
 * @param now business time
 */
record Surroundings(PartnerId partnerId, Policies policies, Instant now) {}
