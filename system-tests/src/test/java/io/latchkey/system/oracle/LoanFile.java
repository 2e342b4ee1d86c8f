package io.latchkey.system.oracle;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.decision.model.Clerk;
import io.latchkey.decision.model.Letter;
import io.latchkey.decision.model.Outside;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that is known of one loan from outside, and the clerk who reads it. */
final class LoanFile {

    private static final int MOST_LOOKS = 20;
    /** The stack keeps every feed complete, brakes nobody, and the tales' policies have no cap to speak of. */
    private static final Outside OPEN = new Outside(Optional.of(Instant.MAX), false, true);

    private final LoanId loanId;
    private final PartnerId partnerId;
    private final Clerk clerk;
    private final Queue<Slip> unread = new ArrayDeque<>();
    private final Map<String, Instant> unheard = new TreeMap<>();
    private Instant now = Instant.MIN;
    private boolean begun;

    /** A fact, and when it was first sent. */
    private record Slip(LoanEvent fact, Instant at) {}

    LoanFile(LoanId loanId, PartnerId partnerId, Policy policy) {
        this.loanId = loanId;
        this.partnerId = partnerId;
        this.clerk = new Clerk(policy, Packs.shipped());
    }

    synchronized void told(LoanEvent fact, Instant at) {
        unread.add(new Slip(fact, at));
    }

    /** Lets the time pass; what the channel said of a letter was said at its own time. */
    synchronized Clerk at(Instant end, Map<String, Instant> sent) {
        sent.forEach((letter, moment) -> {
            if (heardOf(letter).isEmpty()) {
                unheard.put(letter, moment);
            }
        });
        for (Optional<Instant> next = next(end); next.isPresent(); next = next(end)) {
            passTo(next.get());
        }
        if (begun) {
            passTo(end);
        }
        return clerk;
    }

    private Optional<Letter> heardOf(String letter) {
        return clerk.letters().stream()
                .filter(one -> one.id().equals(letter) && one.sentAt().isPresent())
                .findFirst();
    }

    private Optional<Instant> next(Instant end) {
        Stream<Instant> slips = Stream.ofNullable(unread.peek()).map(Slip::at);
        Stream<Instant> receipts = clerk.letters().stream()
                .map(letter -> unheard.get(letter.id()))
                .filter(moment -> moment != null && moment.isAfter(now));
        Stream<Instant> looks = begun ? clerk.nextLook(now).stream() : Stream.empty();
        return Stream.of(slips, receipts, looks)
                .flatMap(one -> one)
                .filter(moment -> !moment.isAfter(end))
                .min(Instant::compareTo);
    }

    private void passTo(Instant moment) {
        now = moment;
        while (!unread.isEmpty() && !unread.element().at().isAfter(now)) {
            clerk.hears(unread.remove().fact(), now);
            begun = true;
            settle();
        }
        settle();
    }

    private void settle() {
        for (int looks = 0; hearsReceipts() || clerk.looks(now, OPEN); looks++) {
            if (looks == MOST_LOOKS) {
                throw new IllegalStateException("the clerk never rests over " + loanId);
            }
        }
    }

    private boolean hearsReceipts() {
        boolean heard = false;
        for (Letter letter : clerk.letters()) {
            Instant moment = unheard.get(letter.id());
            if (moment != null && !moment.isAfter(now)) {
                unheard.remove(letter.id());
                clerk.hears(new NoticeOutcome.Sent(loanId, partnerId, letter.id(), moment), now);
                heard = true;
            }
        }
        return heard;
    }
}
