package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.EventJson;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.domain.OfferedPolicy;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.KitConfig;
import io.latchkey.kit.identity.Pseudonyms;
import io.latchkey.kit.personal.ContactKeys;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;

/** Webhook bodies that are right in every part, and the partner that sends them. */
final class Bodies {

    static final Partner PARTNER = new Partner(
            new PartnerId("sandbox"),
            new PartnerProfile(
                    "Sandbox", "ZZ", ZoneId.of("Africa/Nairobi"), "+254700000000", "https://sandbox.example/help"),
            List.of(),
            List.of(offered(1), offered(2)),
            Partner.Feed.MANUAL);

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private Bodies() {}

    private static OfferedPolicy offered(int version) {
        return new OfferedPolicy(new Policy("standard", version, "ZZ", List.of()), "a test", "");
    }

    static FactReader reader() {
        return new FactReader(new Pseudonyms(config()), contactKeys());
    }

    static ContactKeys contactKeys() {
        return new ContactKeys(config());
    }

    private static KitConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(KitConfig.class)
                .withDefaultValue("latchkey.loan-key", KEY)
                .withDefaultValue("latchkey.device-keys", "1:" + KEY)
                .withDefaultValue("latchkey.contact-keys", "1:" + KEY)
                .build()
                .getConfigMapping(KitConfig.class);
    }

    static ObjectNode payment() {
        return parse("""
                {"type":"payment.received","timestamp":"2027-01-31T09:00:00Z","data":{
                 "accountNumber":"LN-0001","paymentId":"FT-1","amount":500000,"currency":"KES",
                 "paidAt":"2027-01-31T11:59:59.5+03:00"}}
                """);
    }

    static ObjectNode reversal() {
        return parse("""
                {"type":"payment.reversed","timestamp":"2027-02-03T09:00:00Z","data":{
                 "accountNumber":"LN-0001","paymentId":"FT-1","reversedAt":"2027-02-03T08:00:00Z"}}
                """);
    }

    static ObjectNode watermark() {
        return parse("""
                {"type":"feed.watermark","timestamp":"2027-02-03T09:00:00Z","data":{
                 "completeThrough":"2027-02-03T08:00:00Z"}}
                """);
    }

    static ObjectNode closure() {
        return parse("""
                {"type":"loan.closed","timestamp":"2027-01-31T09:00:00Z","data":{
                 "accountNumber":"LN-0001","reason":"written-off"}}
                """);
    }

    static ObjectNode activation() {
        return parse("""
                {"type":"loan.activated","timestamp":"2027-01-31T09:00:00Z","data":{
                 "accountNumber":"LN-0001","device":{"imei":"490154203237518","imei2":"356938035643809"},
                 "currency":"KES","timeZone":"Africa/Nairobi","jurisdiction":"ZZ","policy":"standard",
                 "installments":[{"number":1,"dueDate":"2027-01-31","amount":500000},
                                 {"number":2,"dueDate":"2027-02-28","amount":500000}],
                 "consent":{"signedAt":"2027-01-01T08:30:00Z","documentSha256":"%s"},
                 "borrower":{"locale":"sw-KE","email":"asha@example.com","phone":"+254711111111"}}}
                """.formatted("AB".repeat(32)));
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) EventJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
