package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What was announced of the partners, and what is still to be. All calls fail with {@link UnavailableException}. */
public interface PartnerRegister {

    /**
     * Keeps a profile; a new or changed one is to be announced.
     *
     * @param id the partner
     * @param profile the profile as it is now
     * @return completes when it is kept
     */
    Uni<Void> keep(PartnerId id, PartnerProfile profile);

    /**
     * The versions of policies that are kept.
     *
     * @param id the partner
     * @return every one as it was first kept
     */
    Uni<List<Policy>> policies(PartnerId id);

    /**
     * Keeps a version of a policy; a new one is to be announced.
     *
     * @param id the partner
     * @param policy the policy
     * @param pack the pack that it was found to keep to
     * @return the policy as it was first kept under that name and version
     */
    Uni<Policy> keep(PartnerId id, Policy policy, PackId pack);

    /**
     * What is kept and not known to be in Kafka.
     *
     * @return profiles before policies
     */
    Uni<List<Announcement>> pending();

    /**
     * Notes that Kafka has an announcement.
     *
     * @param announcement the announcement
     * @return completes when it is noted
     */
    Uni<Void> markDone(Announcement announcement);
}
