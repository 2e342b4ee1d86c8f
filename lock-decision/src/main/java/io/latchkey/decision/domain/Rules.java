package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Counting;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Pack;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a partner's word and the law add to a contract.
 *
 * @param policy the version that the loan was signed under
 * @param lender how the partner presents itself now
 * @param packs the law of every country and day
 */
public record Rules(Policy policy, PartnerProfile lender, Packs packs) {

    /**
     * Rules under the law that this service knows.
     *
     * @param policy the version that the loan was signed under
     * @param lender how the partner presents itself now
     */
    public Rules(Policy policy, PartnerProfile lender) {
        this(policy, lender, Packs.shipped());
    }

    /** The law of a day, which may be harder on the policy than that of the day it was published. */
    Pack packOn(LocalDate day) {
        return packs.holding(policy.jurisdiction(), day);
    }

    Optional<LocalDate> nextPackAfter(LocalDate day) {
        return packs.nextChangeAfter(policy.jurisdiction(), day);
    }

    /** How the contract counts before all that remains is due. */
    Counting counting() {
        int firstTaking = policy.ladder().stream()
                .filter(Policy.Step::isTaking)
                .mapToInt(Policy.Step::dpd)
                .min()
                .orElse(Integer.MAX_VALUE);
        return new Counting(policy.arrears().tolerance(), firstTaking, Optional.empty());
    }

    boolean acceleratesAfter(int defaults) {
        return policy.arrears()
                .afterDefaults()
                .filter(limit -> defaults >= limit)
                .isPresent();
    }
}
