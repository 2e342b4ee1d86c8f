package io.latchkey.decision.model;

import io.latchkey.events.BorrowerNotice.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice that was ordered, and all that came back.
 *
 * @param id names it
 * @param matter what it tells
 * @param orderedAt when it was ordered
 * @param sentAt the earliest moment at which a channel says that it took it
 * @param failed whether it came back
 * @param word the number of the handset's word that carries it
 * @param shownAt when a handset was first seen to show it
 */
public record Letter(
        String id,
        Matter matter,
        Instant orderedAt,
        Optional<Instant> sentAt,
        boolean failed,
        Optional<Long> word,
        Optional<Instant> shownAt) {

    /**
     * What a letter tells. Letters that tell the same are attempts at one thing.
     *
     * @param kind what kind of thing
     * @param about the due date, or the payment
     * @param index its place on the ladder
     */
    public record Matter(Kind kind, String about, int index) {}

    Letter sent(Instant moment) {
        Instant first = sentAt.isPresent() && sentAt.get().isBefore(moment) ? sentAt.get() : moment;
        return new Letter(id, matter, orderedAt, Optional.of(first), failed, word, shownAt);
    }

    Letter cameBack() {
        return new Letter(id, matter, orderedAt, sentAt, true, word, shownAt);
    }

    Letter carriedBy(long number) {
        return new Letter(id, matter, orderedAt, sentAt, failed, Optional.of(number), shownAt);
    }

    Letter shown(Instant moment) {
        return new Letter(id, matter, orderedAt, sentAt, failed, word, Optional.of(moment));
    }

    /** Since when the borrower is proved to know. */
    Optional<Instant> proof() {
        boolean bySending = sentAt.isPresent() && !failed;
        if (bySending && shownAt.isPresent()) {
            return sentAt.get().isBefore(shownAt.get()) ? sentAt : shownAt;
        }
        return bySending ? sentAt : shownAt;
    }
}
