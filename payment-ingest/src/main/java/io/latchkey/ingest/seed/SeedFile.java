package io.latchkey.ingest.seed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.ingest.domain.Partner;
import java.time.ZoneId;
import java.util.List;

/** The partners' file as it is written. */
record SeedFile(@JsonProperty(required = true) List<SeededPartner> partners) {

    /** One partner of the file. */
    record SeededPartner(
            @JsonProperty(required = true) PartnerId partnerId,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String country,
            @JsonProperty(required = true) ZoneId timeZone,
            @JsonProperty(required = true) Contact contact,
            @JsonProperty(required = true) List<String> secretsFromEnv,

            @JsonProperty(required = true) @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
            Partner.Feed feed,

            @JsonProperty(required = true) List<JsonNode> policies) {

        PartnerProfile profile() {
            return new PartnerProfile(name, country, timeZone, contact.phone(), contact.url());
        }
    }

    /** How a borrower reaches the partner. */
    record Contact(
            @JsonProperty(required = true) String phone,
            @JsonProperty(required = true) String url) {}
}
