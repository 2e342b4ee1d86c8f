package io.latchkey.decision.domain.notice;

import static java.util.Comparator.naturalOrder;

import io.latchkey.decision.domain.notice.OrderedNotice.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All notices that were ordered for a loan, in the order in which they were.
 *
 * @param ordered the notices
 */
public record NoticeLedger(List<OrderedNotice> ordered) {

    /** Nothing was ordered yet. */
    public static final NoticeLedger EMPTY = new NoticeLedger(List.of());

    private static final Duration FIRST_RETRY = Duration.ofDays(1);
    private static final Duration LONGEST_RETRY = Duration.ofDays(7);
    private static final int DOUBLINGS = 3;

    /** Copies the list. */
    public NoticeLedger {
        ordered = List.copyOf(ordered);
    }

    /**
     * Orders a notice.
     *
     * @param noticeId names it
     * @param purpose what it is for
     * @param now business time
     * @return the ledger with it
     */
    public NoticeLedger with(String noticeId, Purpose purpose, Instant now) {
        List<OrderedNotice> all = new ArrayList<>(ordered);
        all.add(OrderedNotice.of(noticeId, purpose, now));
        return new NoticeLedger(all);
    }

    /**
     * Notes that the screen shows a notice, from a revision on.
     *
     * @param revision the handset's
     * @param noticeId the notice
     * @return the ledger after it
     */
    public NoticeLedger shownFrom(long revision, String noticeId) {
        return each(one -> one.shownIn().isEmpty() && named(noticeId).test(one), one -> one.shownIn(revision));
    }

    /**
     * A notice that the screen has shown.
     *
     * @param noticeId the notice
     * @param revision the handset's revision from which it is there
     * @param provedAt when a handset proved that it holds such a revision, or nothing if none did
     */
    public record Shown(String noticeId, long revision, Optional<Instant> provedAt) {}

    /**
     * What the screen has shown of these.
     *
     * @return each that it showed, in the order in which they were ordered
     */
    public List<Shown> shown() {
        return ordered.stream()
                .flatMap(one -> one.shownIn().map(from -> new Shown(one.noticeId(), from, one.shownAt())).stream())
                .toList();
    }

    /**
     * Notes again what the screen has shown.
     *
     * @param shown what was on record
     * @return the ledger after it
     */
    public NoticeLedger with(List<Shown> shown) {
        NoticeLedger ledger = this;
        for (Shown then : shown) {
            ledger = ledger.each(named(then.noticeId()), one -> one.shown(then));
        }
        return ledger;
    }

    /**
     * Notes that a handset proved to hold a revision.
     *
     * @param revision the handset's
     * @param now business time
     * @return the ledger after it
     */
    public NoticeLedger heldBy(long revision, Instant now) {
        return each(one -> one.awaitsProofBy(revision), one -> one.shownAt(now));
    }

    /**
     * Notes that a channel took a notice over.
     *
     * @param noticeId the notice
     * @param sentAt business time
     * @return the ledger after it; unchanged if it knows no such notice
     */
    public NoticeLedger sent(String noticeId, Instant sentAt) {
        return each(named(noticeId), one -> one.sentAt(sentAt));
    }

    /**
     * Notes that a notice did not arrive by its channel.
     *
     * @param noticeId the notice
     * @return the ledger after it; unchanged if it knows no such notice
     */
    public NoticeLedger notArrived(String noticeId) {
        return each(named(noticeId), OrderedNotice::notArrived);
    }

    /**
     * Tells whether a notice was ordered.
     *
     * @param noticeId the notice
     * @return true if it is among these
     */
    public boolean knows(String noticeId) {
        return ordered.stream().anyMatch(named(noticeId));
    }

    /**
     * Since when the borrower is proved to have been told something.
     *
     * @param purpose what
     * @return the earliest proof of all attempts, or nothing
     */
    public Optional<Instant> provedAt(Purpose purpose) {
        return attempts(purpose).stream()
                .flatMap(one -> one.provedAt().stream())
                .min(naturalOrder());
    }

    /**
     * When a notice may be ordered: at once if it never was; a day after it failed, and after longer each time.
     *
     * @param purpose what it is for
     * @return {@link Instant#MIN} for at once, or nothing while an attempt is under way or proved
     */
    public Optional<Instant> mayOrderFrom(Purpose purpose) {
        List<OrderedNotice> attempts = attempts(purpose);
        if (attempts.stream().anyMatch(one -> !one.isInVain())) {
            return Optional.empty();
        }
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(attempts.size() - 1, 0), DOUBLINGS));
        Duration longest = wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
        return Optional.of(
                attempts.isEmpty()
                        ? Instant.MIN
                        : attempts.getLast().orderedAt().plus(longest));
    }

    /**
     * Tells whether a channel has not said yet what became of a notice.
     *
     * @return true if a receipt is to come
     */
    public boolean awaitsReceipt() {
        return ordered.stream().anyMatch(one -> one.sentAt().isEmpty() && !one.failed());
    }

    /**
     * Tells whether all that was tried so far failed.
     *
     * @param purpose what was to be told
     * @return true if it was ordered at least once, and every attempt was in vain
     */
    public boolean isInVain(Purpose purpose) {
        List<OrderedNotice> attempts = attempts(purpose);
        return !attempts.isEmpty() && attempts.stream().allMatch(OrderedNotice::isInVain);
    }

    /**
     * The lowest revision by which a handset would prove something.
     *
     * @return a revision, or nothing if the screen shows nothing that is not proved
     */
    public Optional<Long> awaitedRevision() {
        return ordered.stream()
                .filter(one -> one.shownAt().isEmpty())
                .flatMap(one -> one.shownIn().stream())
                .min(naturalOrder());
    }

    private List<OrderedNotice> attempts(Purpose purpose) {
        return ordered.stream().filter(one -> one.purpose().equals(purpose)).toList();
    }

    private static Predicate<OrderedNotice> named(String noticeId) {
        return one -> one.noticeId().equals(noticeId);
    }

    private NoticeLedger each(Predicate<OrderedNotice> those, UnaryOperator<OrderedNotice> change) {
        return new NoticeLedger(ordered.stream()
                .map(one -> those.test(one) ? change.apply(one) : one)
                .toList());
    }
}
