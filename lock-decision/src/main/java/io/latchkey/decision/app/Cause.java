package io.latchkey.decision.app;

import java.time.Instant;

/**
 * What a decision goes back to.
 *
 * @param eventId the id of the event that caused it
 * @param traceparent the trace of that event
 * @param seenAt system time at which this service saw it
 */
public record Cause(String eventId, String traceparent, Instant seenAt) {}
