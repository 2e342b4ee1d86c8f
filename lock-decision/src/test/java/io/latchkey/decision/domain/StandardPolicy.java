package io.latchkey.decision.domain;

import static io.latchkey.decision.domain.LoanStory.STANDARD;

import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Window;

/** The policy of {@link LoanStory} with other terms. */
final class StandardPolicy {

    private StandardPolicy() {}

    /** The standard policy with other hours and other terms. */
    static Policy with(Window window, ArrearsTerms arrears) {
        return new Policy(
                STANDARD.name(),
                STANDARD.version(),
                STANDARD.jurisdiction(),
                STANDARD.ladder(),
                window,
                arrears,
                STANDARD.reprieves(),
                STANDARD.brake(),
                STANDARD.cap(),
                STANDARD.tamper(),
                STANDARD.lease());
    }
}
