package io.latchkey.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a handset's agent stored.
 *
 * @param deviceId its pseudonym
 * @param enrollment the binding's number
 * @param online whether it is connected
 * @param revision the revision it obeys; 0 before the first token
 * @param stage the stage it obeys
 * @param restrictions what is taken away
 * @param amountDue what its screen says is due, in minor units
 * @param appliedAt when it stored what it obeys, on the system clock
 */
public record HandsetView(
        String deviceId,
        int enrollment,
        boolean online,
        long revision,
        String stage,
        List<String> restrictions,
        long amountDue,
        Optional<Instant> appliedAt) {

    static HandsetView of(JsonNode json) {
        List<String> restrictions = new ArrayList<>();
        json.path("restrictions").forEach(restriction -> restrictions.add(restriction.asText()));
        return new HandsetView(
                json.path("deviceId").asText(),
                json.path("enrollment").asInt(),
                json.path("online").asBoolean(),
                json.path("revision").asLong(),
                json.path("stage").asText(),
                List.copyOf(restrictions),
                json.path("notice").path("amountDue").path("minorUnits").asLong(),
                Optional.ofNullable(json.path("appliedAt").textValue()).map(Instant::parse));
    }

    /** Says it in a line. */
    @Override
    public String toString() {
        return stage + (restrictions.isEmpty() ? "" : " without " + String.join(", ", restrictions)) + " (revision "
                + revision + ")" + (online ? "" : ", offline");
    }
}
