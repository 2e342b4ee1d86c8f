package io.latchkey.decision.model;

import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.request.Request;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.Reprieves;
import io.latchkey.events.policy.TamperSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people ask for and handsets show, by the slips. */
final class Asked {

    private final Slips slips;
    private final Reprieves limits;

    Asked(Slips slips, Reprieves limits) {
        this.slips = slips;
        this.limits = limits;
    }

    private <R extends Request> Stream<R> all(Class<R> kind) {
        return slips.requests().stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean isHeld(Instant now) {
        return all(Request.Hold.class)
                .filter(hold -> !has(new Request.HoldEnds(hold.id())))
                .anyMatch(hold -> !now.isBefore(hold.from()) && now.isBefore(hold.until()));
    }

    boolean isFreed(Instant now) {
        return all(Request.Unlock.class).anyMatch(one -> !has(new Request.Withdrawal(one.id())))
                || all(Request.Grant.class)
                        .filter(grant -> !has(new Request.GrantEnds(grant.id())))
                        .anyMatch(grant -> !now.isBefore(grant.from()) && now.isBefore(endOf(grant)));
    }

    private Instant endOf(Request.Grant grant) {
        Instant longest = grant.from().plus(limits.grantLimit());
        return longest.isBefore(grant.until()) ? longest : grant.until();
    }

    private boolean has(Request one) {
        return slips.requests().contains(one);
    }

    /** Whether money is on its way that the borrower may wait for; arrears began at a moment. */
    boolean waitsForMoney(Instant now, Instant began) {
        List<Request.Pending> announced = new ArrayList<>();
        for (Request.Pending one : all(Request.Pending.class).toList()) {
            boolean saidBefore = announced.stream().anyMatch(other -> other.equals(one))
                    || all(Request.Pending.class)
                            .anyMatch(other -> other.paymentId().equals(one.paymentId())
                                    && other.from().isBefore(one.from()));
            if (!saidBefore && !one.from().isBefore(began.minus(limits.pendingGrace()))) {
                announced.add(one);
            }
        }
        announced.sort((one, other) -> one.from().equals(other.from())
                ? one.paymentId().compareTo(other.paymentId())
                : one.from().compareTo(other.from()));
        return announced.stream()
                .limit(limits.graceLimit())
                .filter(one -> !hasCome(one.paymentId()))
                .anyMatch(one ->
                        !now.isBefore(one.from()) && now.isBefore(one.from().plus(limits.pendingGrace())));
    }

    private boolean hasCome(PaymentId paymentId) {
        return slips.payments().stream().map(Payment::paymentId).anyMatch(paymentId::equals);
    }

    /** Locks that the partner asks for and whose time has come. */
    List<Request.Lock> locks(Instant now) {
        return all(Request.Lock.class)
                .filter(lock -> !has(new Request.Withdrawal(lock.id())))
                .filter(lock -> lock.notBefore().isEmpty()
                        || !now.isBefore(lock.notBefore().get()))
                .toList();
    }

    boolean showed(TamperSignal signal) {
        return has(new Request.Sign(signal));
    }

    /** Every moment at which one of these begins or ends. */
    List<Instant> moments() {
        List<Instant> all = new ArrayList<>();
        all(Request.Hold.class).forEach(hold -> all.addAll(List.of(hold.from(), hold.until())));
        all(Request.Grant.class).forEach(grant -> all.addAll(List.of(grant.from(), endOf(grant))));
        all(Request.Pending.class)
                .forEach(one -> all.addAll(List.of(one.from(), one.from().plus(limits.pendingGrace()))));
        all(Request.Lock.class)
                .map(Request.Lock::notBefore)
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }
}
