package io.latchkey.decision.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a partner's payments we can know, where a loan stands.
 *
 * @param completeThrough every payment booked up to then was read; nothing if the partner never said so
 * @param brakedBy why the partner's escalations are stopped, or nothing if they are not
 */
public record FeedState(Optional<Instant> completeThrough, Optional<Reason> brakedBy) {}
