package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import java.util.List;
import java.util.Optional;

/** What a decision must know beside the loan itself, as it stands while the decision is made. */
public interface Surroundings {

    /**
     * A phone.
     *
     * @param deviceId its id
     * @return what is known of it, which may be nothing
     */
    Handset handset(DeviceId deviceId);

    /**
     * The rules of a contract.
     *
     * @param contract the contract
     * @return its policy's version and its lender, or nothing if they were not read yet
     */
    Optional<Rules> rules(Contract contract);

    /**
     * Money that was parked for a loan and that nobody claimed since.
     *
     * @param loanId the loan
     * @return the payments
     */
    List<Payment> parked(LoanId loanId);

    /**
     * Money that was parked, by its own name.
     *
     * @param partnerId the partner
     * @param paymentId the payment
     * @return the money, or nothing if it is not parked or was claimed
     */
    Optional<Payment> parked(PartnerId partnerId, PaymentId paymentId);

    /**
     * How complete the payments are among which a contract's own are.
     *
     * @param contract the contract
     * @return the state of the feed in its partition
     */
    FeedState feed(Contract contract);

    /**
     * Tells whether the partner's cap leaves a place to take something from one more borrower.
     *
     * @param contract the contract
     * @return false if the place must be waited for
     */
    boolean hasPlace(Contract contract);
}
