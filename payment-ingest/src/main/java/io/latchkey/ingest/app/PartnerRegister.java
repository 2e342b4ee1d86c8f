package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.domain.Policies;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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
     * All that is kept of policies.
     *
     * @return every version of every partner's policies
     */
    Uni<Map<PartnerId, Policies>> policies();

    /**
     * How policies stand, in short, for whoever asks often.
     *
     * @param patience how long a version may take to be announced
     * @return the count
     */
    Uni<Count> count(Duration patience);

    /**
     * How policies stand.
     *
     * @param versions how many are kept; they are never changed and never taken away
     * @param late how many of them were not announced in time
     */
    record Count(long versions, long late) {}

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
