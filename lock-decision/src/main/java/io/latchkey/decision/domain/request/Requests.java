package io.latchkey.decision.domain.request;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.domain.request.Request.Grant;
import io.latchkey.decision.domain.request.Request.GrantEnds;
import io.latchkey.decision.domain.request.Request.Hold;
import io.latchkey.decision.domain.request.Request.HoldEnds;
import io.latchkey.decision.domain.request.Request.Lock;
import io.latchkey.decision.domain.request.Request.Pending;
import io.latchkey.decision.domain.request.Request.Sign;
import io.latchkey.decision.domain.request.Request.Unlock;
import io.latchkey.decision.domain.request.Request.Withdrawal;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.Reprieves;
import io.latchkey.events.policy.TamperSignal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The set of all that was asked for a loan. As with facts, neither order nor repetition leaves a trace in it.
 *
 * @param holds holds that were placed
 * @param endedHolds ids of holds that were lifted, known or not
 * @param grants grants that were given
 * @param endedGrants ids of grants that were revoked, known or not
 * @param pending payments that were said to be on their way
 * @param locks locks that the partner asked for
 * @param unlocks ids of unlocks that the partner asked for
 * @param withdrawn ids of requests of the partner that were withdrawn, known or not
 * @param signs signs of tampering that the handset showed
 */
public record Requests(
        List<Hold> holds,
        List<String> endedHolds,
        List<Grant> grants,
        List<String> endedGrants,
        List<Pending> pending,
        List<Lock> locks,
        List<String> unlocks,
        List<String> withdrawn,
        List<TamperSignal> signs) {

    /** Nobody asked for anything. */
    public static final Requests NONE = new Requests(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Brings all into the one order that a set has. */
    public Requests {
        holds = holds.stream()
                .distinct()
                .sorted(comparing(Hold::id).thenComparing(Hold::from).thenComparing(Hold::until))
                .toList();
        grants = grants.stream()
                .distinct()
                .sorted(comparing(Grant::id).thenComparing(Grant::from).thenComparing(Grant::until))
                .toList();
        pending = pending.stream()
                .distinct()
                .sorted(comparing(Pending::paymentId).thenComparing(Pending::from))
                .toList();
        locks = locks.stream()
                .distinct()
                .sorted(comparing(Lock::id).thenComparing(Lock::reason))
                .toList();
        endedHolds = set(endedHolds);
        endedGrants = set(endedGrants);
        unlocks = set(unlocks);
        withdrawn = set(withdrawn);
        signs = signs.stream().distinct().sorted().toList();
    }

    private static List<String> set(List<String> ids) {
        return ids.stream().distinct().sorted().toList();
    }

    /**
     * Adds what was asked.
     *
     * @param request known or not
     * @return these requests and that
     */
    public Requests plus(Request request) {
        return new Requests(
                plus(holds, request, Hold.class),
                request instanceof HoldEnds ends ? plus(endedHolds, ends.id()) : endedHolds,
                plus(grants, request, Grant.class),
                request instanceof GrantEnds ends ? plus(endedGrants, ends.id()) : endedGrants,
                plus(pending, request, Pending.class),
                plus(locks, request, Lock.class),
                request instanceof Unlock unlock ? plus(unlocks, unlock.id()) : unlocks,
                request instanceof Withdrawal withdrawal ? plus(withdrawn, withdrawal.id()) : withdrawn,
                request instanceof Sign sign ? plus(signs, sign.signal()) : signs);
    }

    /**
     * Adds what was asked, and shown.
     *
     * @param some known or not
     * @return these requests and those
     */
    public Requests plus(List<Request> some) {
        Requests all = this;
        for (Request one : some) {
            all = all.plus(one);
        }
        return all;
    }

    /**
     * The same requests, and these signs of tampering in place of others.
     *
     * @param given the signs
     * @return the requests with them
     */
    public Requests with(List<TamperSignal> given) {
        return new Requests(holds, endedHolds, grants, endedGrants, pending, locks, unlocks, withdrawn, given);
    }

    private static <R> List<R> plus(List<R> some, Request request, Class<R> kind) {
        return kind.isInstance(request) ? plus(some, kind.cast(request)) : some;
    }

    private static <R> List<R> plus(List<R> some, R one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }

    /**
     * The end of the hold that lasts longest.
     *
     * @param now business time
     * @return nothing if no hold stands
     */
    public Optional<Instant> heldUntil(Instant now) {
        return holds.stream()
                .filter(hold -> !endedHolds.contains(hold.id()))
                .filter(hold -> stands(hold.from(), hold.until(), now))
                .map(Hold::until)
                .max(naturalOrder());
    }

    /**
     * The end of the grant that lasts longest.
     *
     * @param now business time
     * @param limits the policy's longest grant
     * @return nothing if no grant stands
     */
    public Optional<Instant> grantedUntil(Instant now, Reprieves limits) {
        return grants.stream()
                .filter(grant -> !endedGrants.contains(grant.id()))
                .filter(grant -> stands(grant.from(), endOf(grant, limits), now))
                .map(grant -> endOf(grant, limits))
                .max(naturalOrder());
    }

    private static Instant endOf(Grant grant, Reprieves limits) {
        Instant longest = grant.from().plus(limits.grantLimit());
        return grant.until().isBefore(longest) ? grant.until() : longest;
    }

    /**
     * The end of the last grace for money on its way. A payment that came needs none, and of one time in arrears only the
     * first few count.
     *
     * @param now business time
     * @param limits how long a grace is and how many count
     * @param arrearsSince the oldest unpaid due date
     * @param zone the loan's
     * @param arrived payments that came
     * @return nothing if no grace runs
     */
    public Optional<Instant> graceUntil(
            Instant now, Reprieves limits, LocalDate arrearsSince, ZoneId zone, Set<PaymentId> arrived) {
        Instant begin = arrearsSince.atStartOfDay(zone).toInstant();
        return firstOfEach().stream()
                .filter(one -> !one.from().plus(limits.pendingGrace()).isBefore(begin))
                .sorted(comparing(Pending::from).thenComparing(Pending::paymentId))
                .limit(limits.graceLimit())
                .filter(one -> !arrived.contains(one.paymentId()))
                .map(Pending::from)
                .filter(from -> stands(from, from.plus(limits.pendingGrace()), now))
                .map(from -> from.plus(limits.pendingGrace()))
                .max(naturalOrder());
    }

    /** One announcement of each payment, the earliest: who says it again gets no more time. */
    private List<Pending> firstOfEach() {
        return pending.stream()
                .filter(one -> pending.stream()
                        .noneMatch(other -> other.paymentId().equals(one.paymentId())
                                && other.from().isBefore(one.from())))
                .toList();
    }

    /**
     * Tells whether the partner itself wants the handset free.
     *
     * @return true until it withdraws that
     */
    public boolean unlockAsked() {
        return unlocks.stream().anyMatch(id -> !withdrawn.contains(id));
    }

    /**
     * The locks that the partner asks for.
     *
     * @return those that were not withdrawn, due or not
     */
    public List<Lock> standingLocks() {
        return locks.stream().filter(lock -> !withdrawn.contains(lock.id())).toList();
    }

    /**
     * The moments after {@code now} at which one of these begins or ends by itself.
     *
     * @param now business time
     * @param limits the policy's limits
     * @return moments in any order
     */
    public Set<Instant> changesAfter(Instant now, Reprieves limits) {
        Stream<Instant> ends = Stream.of(
                        holds.stream().flatMap(hold -> Stream.of(hold.from(), hold.until())),
                        grants.stream().flatMap(grant -> Stream.of(grant.from(), endOf(grant, limits))),
                        pending.stream()
                                .flatMap(one -> Stream.of(one.from(), one.from().plus(limits.pendingGrace()))),
                        locks.stream().flatMap(lock -> lock.notBefore().stream()))
                .flatMap(moments -> moments);
        return ends.filter(now::isBefore).collect(toSet());
    }

    private static boolean stands(Instant from, Instant until, Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
