package io.latchkey.ingest.domain;

import static java.util.Comparator.comparingInt;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A partner as this service must know it.
 *
 * @param id the partner
 * @param profile what everyone may know of it
 * @param secrets all that it may sign with now
 * @param policies every version of every policy
 * @param feed who says that its feed is complete
 */
public record Partner(
        PartnerId id, PartnerProfile profile, List<WebhookSecret> secrets, List<OfferedPolicy> policies, Feed feed) {

    /** Who says that all payments up to a moment were sent. */
    public enum Feed {
        /** This stack does, on its own business clock; a local stack only. */
        AUTO,
        /** The partner does, by {@code feed.watermark}. */
        MANUAL
    }

    /** Copies the lists. */
    public Partner {
        secrets = List.copyOf(secrets);
        policies = List.copyOf(policies);
    }

    /**
     * The policy that a new loan is signed under.
     *
     * @param name the policy's name
     * @return its newest version, or nothing if the partner has none of that name
     */
    public Optional<ChosenPolicy> newestPolicy(String name) {
        return policies.stream()
                .map(OfferedPolicy::policy)
                .filter(policy -> policy.name().equals(name))
                .max(comparingInt(Policy::version))
                .map(policy -> new ChosenPolicy(policy.name(), policy.version(), policy.jurisdiction()));
    }
}
