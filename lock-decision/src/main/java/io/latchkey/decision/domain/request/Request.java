package io.latchkey.decision.domain.request;

import io.latchkey.events.PartnerRequest;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.TamperSignal;
import java.time.Instant;
import java.util.Optional;

/** One thing that somebody asks for, takes back or shows. What is taken back finds what it means by its id. */
public sealed interface Request {

    /**
     * Nothing more is taken from the borrower.
     *
     * @param id names the hold
     * @param from since when
     * @param until when it ends by itself
     */
    record Hold(String id, Instant from, Instant until) implements Request {}

    /**
     * A hold ends.
     *
     * @param id the hold
     */
    record HoldEnds(String id) implements Request {}

    /**
     * The handset is free for a while.
     *
     * @param id names the grant
     * @param from since when
     * @param until when it ends by itself; the policy's longest grant cuts it short
     */
    record Grant(String id, Instant from, Instant until) implements Request {}

    /**
     * A grant ends.
     *
     * @param id the grant
     */
    record GrantEnds(String id) implements Request {}

    /**
     * Money is on its way.
     *
     * @param paymentId the payment that is expected
     * @param from since when
     */
    record Pending(PaymentId paymentId, Instant from) implements Request {}

    /**
     * The partner wants a lock.
     *
     * @param id names the request
     * @param reason why
     * @param notBefore not before then
     */
    record Lock(String id, PartnerRequest.Reason reason, Optional<Instant> notBefore) implements Request {}

    /**
     * The partner wants the handset free.
     *
     * @param id names the request
     */
    record Unlock(String id) implements Request {}

    /**
     * A request of the partner is as if it had never been made.
     *
     * @param id the request
     */
    record Withdrawal(String id) implements Request {}

    /**
     * The handset showed a sign of tampering.
     *
     * @param signal the sign
     */
    record Sign(TamperSignal signal) implements Request {}
}
