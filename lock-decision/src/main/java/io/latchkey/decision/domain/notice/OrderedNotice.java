package io.latchkey.decision.domain.notice;

import io.latchkey.events.BorrowerNotice.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A notice that was ordered, and what became of it.
 *
 * @param noticeId names it
 * @param purpose what it was ordered for
 * @param orderedAt business time
 * @param shownIn the handset's revision from which the screen shows it, or nothing if no handset was told yet
 * @param shownAt when a handset proved that it holds such a revision
 * @param sentAt when a channel took it over
 * @param failed whether it did not arrive by that channel after all
 */
public record OrderedNotice(
        String noticeId,
        Purpose purpose,
        Instant orderedAt,
        Optional<Long> shownIn,
        Optional<Instant> shownAt,
        Optional<Instant> sentAt,
        boolean failed) {

    /**
     * What a notice is for. Notices for one purpose are attempts at the same thing.
     *
     * @param kind what it is about
     * @param about what exactly: the oldest unpaid due date, or the payment that was taken back
     * @param index which of the policy's notices it is, by the order of the ladder; 0 for other kinds
     */
    public record Purpose(Kind kind, String about, int index) {}

    static OrderedNotice of(String noticeId, Purpose purpose, Instant orderedAt) {
        return new OrderedNotice(
                noticeId, purpose, orderedAt, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    OrderedNotice shownIn(long revision) {
        return new OrderedNotice(noticeId, purpose, orderedAt, Optional.of(revision), shownAt, sentAt, failed);
    }

    OrderedNotice shownAt(Instant moment) {
        return new OrderedNotice(
                noticeId, purpose, orderedAt, shownIn, Optional.of(earlier(shownAt, moment)), sentAt, failed);
    }

    OrderedNotice shown(NoticeLedger.Shown then) {
        return new OrderedNotice(
                noticeId, purpose, orderedAt, Optional.of(then.revision()), then.provedAt(), sentAt, failed);
    }

    OrderedNotice sentAt(Instant moment) {
        return new OrderedNotice(
                noticeId, purpose, orderedAt, shownIn, shownAt, Optional.of(earlier(sentAt, moment)), failed);
    }

    OrderedNotice notArrived() {
        return new OrderedNotice(noticeId, purpose, orderedAt, shownIn, shownAt, sentAt, true);
    }

    private static Instant earlier(Optional<Instant> known, Instant moment) {
        return known.filter(moment::isAfter).orElse(moment);
    }

    /**
     * Since when the borrower is proved to have been told: by the screen, or by a channel from which it did not come back.
     *
     * @return the earliest proof, or nothing if there is none
     */
    public Optional<Instant> provedAt() {
        return Stream.of(shownAt, sentAt.filter(sent -> !failed))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Tells whether nothing is to be waited for any more. */
    boolean isInVain() {
        return failed && provedAt().isEmpty();
    }

    /** Tells whether a handset that holds a revision has shown it. */
    boolean awaitsProofBy(long revision) {
        return shownAt.isEmpty() && shownIn.filter(from -> from <= revision).isPresent();
    }
}
