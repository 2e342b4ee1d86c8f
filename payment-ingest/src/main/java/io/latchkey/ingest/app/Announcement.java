package io.latchkey.ingest.app;

import io.latchkey.events.PartnerEvent;
import java.time.Instant;

/**
 * Something that everyone must know of a partner.
 *
 * @param event what goes on the topic
 * @param revision of the profile, or the policy's version
 * @param time when it was kept
 */
public record Announcement(PartnerEvent event, int revision, Instant time) {

    /**
     * The event's id, the same however often it is announced.
     *
     * @return for example {@code sandbox:policy:standard:1}
     */
    public String id() {
        return switch (event) {
            case PartnerEvent.PartnerRegistered registered -> profileId();
            case PartnerEvent.PartnerChanged changed -> profileId();
            case PartnerEvent.PolicyPublished published ->
                event.partnerId() + ":policy:" + published.policy().name() + ":" + revision;
        };
    }

    private String profileId() {
        return event.partnerId() + ":profile:" + revision;
    }
}
