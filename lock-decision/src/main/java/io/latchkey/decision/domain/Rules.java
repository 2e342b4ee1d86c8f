package io.latchkey.decision.domain;

import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;

/**
 * What a partner's word adds to a contract.
 *
 * @param policy the version that the loan was signed under
 * @param lender how the partner presents itself now
 */
public record Rules(Policy policy, PartnerProfile lender) {}
