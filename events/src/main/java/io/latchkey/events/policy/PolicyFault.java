package io.latchkey.events.policy;

import java.util.Optional;

/**
 * One thing that is wrong with a policy.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) from the root of the document
 * @param code what is wrong
 * @param clause the clause of the pack that it offends, for example {@code IN@1/taken-not-before}; nothing if the document
 *     contradicts itself
 * @param sentence what is wrong and what to write instead
 */
public record PolicyFault(String pointer, FaultCode code, Optional<String> clause, String sentence) {

    /**
     * The same fault seen from a larger document.
     *
     * @param parent the pointer of the policy within that document
     * @return the fault with the longer pointer
     */
    public PolicyFault below(String parent) {
        return new PolicyFault(parent + pointer, code, clause, sentence);
    }

    /**
     * The fault as one line for an operator.
     *
     * @return for example {@code at /ladder/1/dpd: must be 30 or more (harsher-than-pack ZZ@1/taken-not-before)}
     */
    public String line() {
        String name = clause.map(one -> code.code() + " " + one).orElseGet(code::code);
        return "at " + (pointer.isEmpty() ? "/" : pointer) + ": " + sentence + " (" + name + ")";
    }
}
