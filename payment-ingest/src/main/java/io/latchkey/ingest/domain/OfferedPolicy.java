package io.latchkey.ingest.domain;

import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;

/**
 * A policy that a partner wants to use, and where it stands, so that whoever must mend it finds it.
 *
 * @param policy the policy, which does not contradict itself
 * @param source the document that it stands in, for example a file and the setting that names it
 * @param pointer where in that document, as a JSON pointer
 */
public record OfferedPolicy(Policy policy, String source, String pointer) {

    /**
     * Words a fault for whoever must mend it.
     *
     * @param fault a fault of this policy
     * @return document, place, fix and clause in one line
     */
    public String lineFor(PolicyFault fault) {
        return source + " " + fault.below(pointer).line();
    }
}
