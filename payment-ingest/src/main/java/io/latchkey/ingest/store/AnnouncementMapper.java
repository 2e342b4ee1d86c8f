package io.latchkey.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.latchkey.events.EventJson;
import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.app.Announcement;
import java.util.Optional;

/** Between announcements and their rows. */
final class AnnouncementMapper {

    private AnnouncementMapper() {}

    static Announcement announcement(ProfileRow row) {
        PartnerId partner = new PartnerId(row.partnerId);
        PartnerProfile profile = read(row.profile, PartnerProfile.class);
        PartnerEvent event = row.revision == 1
                ? new PartnerEvent.PartnerRegistered(partner, profile)
                : new PartnerEvent.PartnerChanged(partner, profile);
        return new Announcement(event, row.revision, row.keptAt);
    }

    static Announcement announcement(PolicyRow row) {
        PartnerEvent event = new PartnerEvent.PolicyPublished(
                new PartnerId(row.partnerId),
                policy(row.policy),
                Optional.ofNullable(row.pack).map(PackId::of));
        return new Announcement(event, row.version, row.keptAt);
    }

    static Policy policy(String json) {
        return read(json, Policy.class);
    }

    static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a " + value.getClass().getSimpleName(), e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept " + type.getSimpleName() + " is unreadable", e);
        }
    }
}
