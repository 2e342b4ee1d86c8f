package io.latchkey.decision.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * When a loan is to be judged again without anybody's word.
 *
 * @param deadline by time alone, or nothing if time changes nothing
 * @param need what else it waits for
 */
record Outlook(Optional<Instant> deadline, Need need) {

    static final Outlook NONE = new Outlook(Optional.empty(), Need.NOTHING);
}
