package io.latchkey.events.policy;

import io.latchkey.events.Restriction;
import io.latchkey.events.policy.PackRule.ConsentOnRecord;
import io.latchkey.events.policy.PackRule.LeastNotice;
import io.latchkey.events.policy.PackRule.LighterStepFirst;
import io.latchkey.events.policy.PackRule.NeverAllAtOnce;
import io.latchkey.events.policy.PackRule.NeverTaken;
import io.latchkey.events.policy.PackRule.NothingTaken;
import io.latchkey.events.policy.PackRule.NoticesFirst;
import io.latchkey.events.policy.PackRule.OnlyForArrears;
import io.latchkey.events.policy.PackRule.RestoredWithin;
import io.latchkey.events.policy.PackRule.TakenNotBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Holds a policy to the clauses of a pack, one by one. */
final class PackCheck {

    private static final int WAYS_TO_RESTRICT = Restriction.values().length - 1; // all but the lock screen

    private final Pack pack;
    private final Policy policy;
    private final List<PolicyFault> breaches = new ArrayList<>();

    PackCheck(Pack pack, Policy policy) {
        this.pack = pack;
        this.policy = policy;
    }

    List<PolicyFault> breaches() {
        pack.clauses().forEach(this::check);
        return List.copyOf(breaches);
    }

    private void check(Clause clause) {
        switch (clause.rule()) {
            case NothingTaken rule -> {
                taking().forEach(i -> breach(clause, step(i), "drop the step; a reminder is all that is allowed"));
                extras(clause, "take it out; nothing may be taken");
            }
            case TakenNotBefore rule ->
                taking().filter(i -> policy.ladder().get(i).dpd() < rule.dpd())
                        .forEach(i ->
                                breach(clause, step(i) + "/dpd", "begin the step on day " + rule.dpd() + " or later"));
            case NoticesFirst rule ->
                taking().limit(1)
                        .filter(i -> !noticesBefore(policy.ladder().get(i)).meet(rule.notices()))
                        .forEach(i -> breach(clause, step(i) + "/notices", fixFor(rule.notices())));
            case LighterStepFirst rule ->
                locking()
                        .filter(i -> taking().noneMatch(j -> j < i && !isLocking(j)))
                        .forEach(i -> breach(
                                clause, step(i) + "/stage", "put a step before it that restricts and does not lock"));
            case NeverAllAtOnce rule ->
                taking().limit(1)
                        .filter(this::takesAll)
                        .forEach(i -> breach(
                                clause, step(i) + "/restrictions", "leave at least one of them for a later step"));
            case OnlyForArrears rule -> extras(clause, "take it out; only arrears may have a consequence");
            // No policy can offend these: a document that names such a function is refused when it is read, a loan
            // without consent when it is activated, and how fast we free no policy says.
            case NeverTaken rule -> {}
            case ConsentOnRecord rule -> {}
            case RestoredWithin rule -> {}
        }
    }

    private void extras(Clause clause, String fix) {
        IntStream.range(0, policy.tamper().size())
                .filter(i -> policy.tamper().get(i).isTaking())
                .forEach(i -> breach(clause, "/tamper/" + i, fix));
        if (policy.lease().isPresent() && policy.lease().get().isTaking()) {
            breach(clause, "/lease", fix);
        }
    }

    private IntStream taking() {
        return IntStream.range(0, policy.ladder().size())
                .filter(i -> policy.ladder().get(i).isTaking());
    }

    private IntStream locking() {
        return IntStream.range(0, policy.ladder().size()).filter(this::isLocking);
    }

    private boolean isLocking(int i) {
        return policy.ladder().get(i).isLocking();
    }

    private boolean takesAll(int i) {
        Set<Restriction> taken = Set.copyOf(policy.ladder().get(i).restrictions());
        long ways = taken.stream().filter(one -> one != Restriction.KIOSK).count();
        return isLocking(i) || ways >= WAYS_TO_RESTRICT;
    }

    private Told noticesBefore(Policy.Step step) {
        return new Told(policy.noticesBefore(step), step.dpd());
    }

    private static String step(int i) {
        return "/ladder/" + i;
    }

    private static String fixFor(List<LeastNotice> notices) {
        List<String> wanted = new ArrayList<>();
        for (LeastNotice notice : notices) {
            String earliest = notice.notBeforeDpd() > 0 ? " from day " + notice.notBeforeDpd() : "";
            wanted.add((wanted.isEmpty() ? "a notice" : "then a notice") + earliest + " with at least "
                    + notice.cureDays() + " days to pay");
        }
        return "name " + String.join(", ", wanted) + ", all over before the step begins";
    }

    private void breach(Clause clause, String pointer, String fix) {
        String sentence = fix + ", for " + pack.id().country() + " demands: " + clause.says();
        breaches.add(new PolicyFault(pointer, FaultCode.HARSHER_THAN_PACK, Optional.of(pack.nameOf(clause)), sentence));
    }

    /** What a borrower was told before a step. */
    private record Told(List<NeededNotice> notices, int stepDpd) {

        /** Takes for each demand the notice that is over first: if that leaves no room for the next one, none does. */
        boolean meet(List<LeastNotice> demanded) {
            int from = 0;
            for (LeastNotice least : demanded) {
                int earliest = from;
                Optional<Integer> over = notices.stream()
                        .filter(least::isMetBy)
                        .filter(notice -> notice.dpd() >= earliest)
                        .map(NeededNotice::curedFromDpd)
                        .min(Integer::compare);
                if (over.isEmpty()) {
                    return false;
                }
                from = over.get();
            }
            return from <= stepDpd;
        }
    }
}
