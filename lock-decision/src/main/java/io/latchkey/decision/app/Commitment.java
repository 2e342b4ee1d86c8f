package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import java.util.List;

/**
 * What a transaction committed for publication.
 *
 * @param words events in the order in which they are to be published
 * @param afterOthers whether another instance, or this one before a restart, was the last to write a loan or handset that
 *     is written now: its words may still wait in the outbox and go first
 */
public record Commitment(List<Word> words, boolean afterOthers) {

    /** Nothing to publish. */
    public static final Commitment NONE = new Commitment(List.of(), false);

    /**
     * An event that stands in the outbox.
     *
     * @param partition the partition of {@code installment-events} whose owner relays it: that of the loan for a
     *     decision; for an intent that of the loan which first spoke to the handset, so that one relay has all of a
     *     handset's revisions
     * @param event the event
     */
    public record Word(int partition, OutgoingEvent event) {}

    /** Copies the words. */
    public Commitment {
        words = List.copyOf(words);
    }

    List<OutgoingEvent> events() {
        return words.stream().map(Word::event).toList();
    }
}
