package io.latchkey.events;

import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import java.util.Optional;

/** What all services must know of a partner; never a secret. */
public sealed interface PartnerEvent extends Event {

    /**
     * The partner it is about.
     *
     * @return the partner
     */
    PartnerId partnerId();

    @Override
    default Topic topic() {
        return Topic.PARTNERS;
    }

    @Override
    default String key() {
        return partnerId().value();
    }

    /**
     * A partner is known from now on, or has changed: the newest one stands.
     *
     * @param partnerId the partner
     * @param profile its name and how to reach it
     */
    record PartnerRegistered(PartnerId partnerId, PartnerProfile profile) implements PartnerEvent {}

    /**
     * A partner's profile has changed.
     *
     * @param partnerId the partner
     * @param profile the whole new profile
     */
    record PartnerChanged(PartnerId partnerId, PartnerProfile profile) implements PartnerEvent {}

    /**
     * One version of a policy. A loan keeps the version that it was signed under, so versions never change.
     *
     * @param partnerId the partner whose policy it is
     * @param policy the whole document
     * @param pack the version of the jurisdiction pack that it was found to keep to, or nothing if it was published
     *     before there were packs
     */
    record PolicyPublished(PartnerId partnerId, Policy policy, Optional<PackId> pack) implements PartnerEvent {}
}
