package io.latchkey.kit.kafka;

import java.time.Instant;
import java.util.Optional;

/**
 * What the headers of an event say, as CloudEvents 1.0 (Kafka protocol binding, binary mode) and W3C Trace Context.
 *
 * @param id {@code ce_id}: the same for the same event, however often it is sent
 * @param time {@code ce_time}: business time of the fact
 * @param recordedTime {@code ce_recordedtime}: system time at which the writing service first saw its cause
 * @param causationId {@code ce_causationid}: the id of the event that caused this one
 * @param traceparent the trace it belongs to
 */
public record EventMeta(
        String id, Instant time, Instant recordedTime, Optional<String> causationId, String traceparent) {}
