package io.latchkey.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.EventJson;
import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Policy;
import io.latchkey.ingest.TestKeys;
import io.latchkey.ingest.domain.Policies;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.identity.Pseudonyms;
import io.latchkey.kit.personal.ContactKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Webhook bodies that are right in every part, and the partner that sends them. */
final class Bodies {

    private static final Policy STANDARD = new Policy("standard", 2, "ZZ", List.of());

    /** What the bodies' partner is known by, in the month that they tell of. */
    static final Surroundings AROUND = around(new Policy("standard", 1, "ZZ", List.of()), STANDARD);

    private Bodies() {}

    static Surroundings around(Policy... policies) {
        return new Surroundings(
                new PartnerId("sandbox"), new Policies(List.of(policies)), Instant.parse("2027-02-05T09:00:00Z"));
    }

    static FactReader reader() {
        return new FactReader(new Pseudonyms(TestKeys.config()), contactKeys());
    }

    static ContactKeys contactKeys() {
        return new ContactKeys(TestKeys.config());
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

    static ObjectNode pending() {
        return parse("""
                {"type":"payment.pending","timestamp":"2027-01-31T09:00:00Z","data":{
                 "accountNumber":"LN-0001","paymentId":"FT-1","amount":500000,"currency":"KES",
                 "initiatedAt":"2027-01-31T11:59:59.5+03:00"}}
                """);
    }

    static ObjectNode amendment() {
        return parse("""
                {"type":"loan.amended","timestamp":"2027-02-01T09:00:00Z","data":{
                 "accountNumber":"LN-0001","effectiveAt":"2027-02-01T00:00:00+03:00",
                 "installments":[{"number":1,"dueDate":"2027-03-31","amount":250000},
                                 {"number":2,"dueDate":"2027-04-30","amount":750000}]}}
                """);
    }

    static ObjectNode lock() {
        return parse("""
                {"type":"lock.requested","timestamp":"2027-02-03T09:00:00Z","data":{
                 "accountNumber":"LN-0001","requestId":"RQ-1","reason":"stolen","notBefore":"2027-02-04T06:00:00Z"}}
                """);
    }

    static ObjectNode unlock() {
        return parse("""
                {"type":"unlock.requested","timestamp":"2027-02-03T09:00:00Z","data":{
                 "accountNumber":"LN-0001","requestId":"RQ-2","reason":"mistake"}}
                """);
    }

    static ObjectNode withdrawal() {
        return parse("""
                {"type":"request.withdrawn","timestamp":"2027-02-03T09:00:00Z","data":{
                 "accountNumber":"LN-0001","requestId":"RQ-1"}}
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

    /** The body with another value at a place; apostrophes stand for quotes. */
    static ObjectNode with(ObjectNode body, String pointer, String value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, slash));
        JsonNode json = StrictJson.parse(
                        value.replace('\'', '"').replace("\u0000", "\\u0000").getBytes(UTF_8))
                .orElseThrow();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(pointer.substring(slash + 1)), json);
        } else {
            ((ObjectNode) parent).set(pointer.substring(slash + 1), json);
        }
        return body;
    }

    /** Where a reader finds faults. */
    static List<String> faultsOf(ObjectNode body) {
        return ((Reading.Wrong) reader().read(AROUND, body))
                .errors().stream().map(FieldError::pointer).toList();
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) EventJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
