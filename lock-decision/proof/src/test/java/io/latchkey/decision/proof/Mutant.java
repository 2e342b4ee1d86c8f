package io.latchkey.decision.proof;

/**
 * One thing that the engine could do wrong.
 *
 * @param wrong what it would do then
 * @param file the source that is changed, below the domain
 * @param text what stands there, once
 * @param other what stands there instead
 */
record Mutant(String wrong, String file, String text, String other) {

    @Override
    public String toString() {
        return wrong;
    }
}
