package io.latchkey.decision.model;

import io.latchkey.decision.model.Letter.Matter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All letters of one loan, in the order in which they were ordered. */
final class Letters {

    /** The days to wait after the first, the second, the third attempt that came back; then a week each time. */
    static final List<Integer> DAYS_TO_WAIT = List.of(1, 2, 4, 7);

    private final List<Letter> all = new ArrayList<>();

    List<Letter> all() {
        return List.copyOf(all);
    }

    void order(String id, Matter matter, Instant now) {
        all.add(new Letter(id, matter, now, Optional.empty(), false, Optional.empty(), Optional.empty()));
    }

    void sent(String id, Instant moment) {
        all.replaceAll(one -> one.id().equals(id) ? one.sent(moment) : one);
    }

    void cameBack(String id) {
        all.replaceAll(one -> one.id().equals(id) ? one.cameBack() : one);
    }

    void carried(String id, long word) {
        all.replaceAll(one -> one.id().equals(id) ? one.carriedBy(word) : one);
    }

    /** A handset shows a word, and so it has shown every one before. */
    void shown(long word, Instant now) {
        all.replaceAll(one ->
                one.shownAt().isEmpty() && one.word().isPresent() && one.word().get() <= word ? one.shown(now) : one);
    }

    private List<Letter> about(Matter matter) {
        return all.stream().filter(one -> one.matter().equals(matter)).toList();
    }

    Optional<Instant> proof(Matter matter) {
        return about(matter).stream().flatMap(one -> one.proof().stream()).min(Instant::compareTo);
    }

    boolean wasOrdered(Matter matter) {
        return !about(matter).isEmpty();
    }

    /** Whether a further attempt may be made. */
    boolean mayOrder(Matter matter, Instant now) {
        List<Letter> attempts = about(matter);
        if (attempts.isEmpty()) {
            return true;
        }
        boolean allLost =
                attempts.stream().allMatch(one -> one.failed() && one.proof().isEmpty());
        int days = DAYS_TO_WAIT.get(Math.min(attempts.size(), DAYS_TO_WAIT.size()) - 1);
        return allLost && !now.isBefore(attempts.getLast().orderedAt().plus(Duration.ofDays(days)));
    }
}
