package io.latchkey.ingest.domain;

import io.latchkey.events.policy.Policy;

/**
 * The policy that a loan was signed under.
 *
 * @param name as the partner calls it
 * @param version the newest when the loan was accepted; a loan keeps it
 * @param jurisdiction ISO 3166-1 alpha-2 of the law it keeps to
 */
public record ChosenPolicy(String name, int version, String jurisdiction) {

    /**
     * Chooses a version.
     *
     * @param policy the version
     * @return what a loan keeps of it
     */
    public static ChosenPolicy of(Policy policy) {
        return new ChosenPolicy(policy.name(), policy.version(), policy.jurisdiction());
    }
}
