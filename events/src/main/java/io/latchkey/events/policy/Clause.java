package io.latchkey.events.policy;

/**
 * One clause of a pack.
 *
 * @param id its name within the pack, in kebab-case; stable over versions as long as it means the same
 * @param says what it demands, in a sentence for people
 * @param rule what it demands, for machines
 * @param source where that is written
 */
public record Clause(String id, String says, PackRule rule, Source source) {

    /**
     * Where a clause comes from.
     *
     * @param document the law, the draft, the judgment or the decision of our own
     * @param paragraph the place in it, with a word of how sure that is
     * @param url where it was read
     */
    public record Source(String document, String paragraph, String url) {}
}
