package io.latchkey.ingest.seed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The partners' file as it is written. */
record SeedFile(@JsonProperty(required = true) List<SeededPartner> partners) {

    /** One partner of the file. */
    record SeededPartner(
            @JsonProperty(required = true) PartnerId partnerId,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String country,
            @JsonProperty(required = true) ZoneId timeZone,
            @JsonProperty(required = true) Contact contact,
            @JsonProperty(required = true) List<SeededKey> secretsFromEnv,

            @JsonProperty(required = true) @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
            Partner.Feed feed,

            Optional<SeededRemittance> remittance,

            Optional<Pace> pace,

            Optional<Boolean> sandbox,

            @JsonProperty(required = true) List<JsonNode> policies) {

        PartnerProfile profile() {
            return new PartnerProfile(name, country, timeZone, contact.phone(), contact.url());
        }
    }

    /**
     * A key that the partner signs with: the name of an environment variable that holds it, or an object with that name and
     * the moment at which the key ends.
     */
    record SeededKey(String env, Optional<Instant> until) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        SeededKey(
                @JsonProperty(value = "env", required = true) String env,
                @JsonProperty("until") Optional<Instant> until) {
            this.env = env;
            this.until = until;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static SeededKey forGood(String env) {
            return new SeededKey(env, Optional.empty());
        }
    }

    /** How the partner's bank names loans and payments. */
    record SeededRemittance(
            @JsonProperty(required = true) List<SeededPlace> accounts,
            @JsonProperty(required = true) List<String> paymentIds) {}

    /** A place of account numbers. */
    record SeededPlace(
            @JsonProperty(required = true) String source,
            @JsonProperty("pattern") Optional<String> pattern) {}

    /** How a borrower reaches the partner. */
    record Contact(
            @JsonProperty(required = true) String phone,
            @JsonProperty(required = true) String url) {}
}
