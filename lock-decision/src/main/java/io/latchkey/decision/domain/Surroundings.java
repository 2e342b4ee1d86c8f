package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
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
}
