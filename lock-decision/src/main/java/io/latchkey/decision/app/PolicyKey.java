package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.LoanEvent.LoanActivated;
import io.latchkey.events.PartnerId;

/**
 * Names one version of a partner's policy.
 *
 * @param partnerId the partner
 * @param name the policy's name
 * @param version its version
 */
public record PolicyKey(PartnerId partnerId, String name, int version) {

    /**
     * The policy that a contract was signed under.
     *
     * @param contract the contract
     * @return its key
     */
    public static PolicyKey of(Contract contract) {
        return new PolicyKey(
                contract.partnerId(),
                contract.terms().policyName(),
                contract.terms().policyVersion());
    }

    static PolicyKey of(LoanActivated activated) {
        return new PolicyKey(
                activated.partnerId(),
                activated.terms().policyName(),
                activated.terms().policyVersion());
    }
}
