package io.latchkey.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.ingest.domain.RemittanceRule.AccountPlace;
import io.latchkey.ingest.domain.RemittanceRule.Reference;
import java.util.List;
import java.util.Optional;

/**
 * A partner as operators see it.
 *
 * @param partnerId its id
 * @param from {@code file} if it stands in the partners' file and is changed there, else {@code administration}
 * @param name on the screen
 * @param country ISO 3166-1 alpha-2
 * @param timeZone IANA
 * @param contact for borrowers
 * @param feed {@code auto} or {@code manual}
 * @param pace how often it may ask
 * @param remittance how its bank names loans and payments
 * @param sandbox whether its loans are nobody's
 */
public record PartnerDocument(
        PartnerId partnerId,
        String from,
        String name,
        String country,
        String timeZone,
        Contact contact,
        String feed,
        Pace pace,
        Remittance remittance,
        boolean sandbox) {

    static PartnerDocument of(Partner partner, boolean isOfFile) {
        PartnerProfile profile = partner.profile();
        return new PartnerDocument(
                partner.id(),
                isOfFile ? "file" : "administration",
                profile.name(),
                profile.country(),
                profile.timeZone().getId(),
                new Contact(profile.phone(), profile.url()),
                partner.terms().feed().wireName(),
                partner.terms().pace(),
                Remittance.of(partner.terms().remittance()),
                partner.terms().sandbox());
    }

    /**
     * For borrowers.
     *
     * @param phone E.164
     * @param url https
     */
    public record Contact(String phone, String url) {}

    /**
     * How the bank names loans and payments.
     *
     * @param accounts where an account number stands
     * @param paymentIds elements of ISO 20022
     */
    public record Remittance(List<Place> accounts, List<String> paymentIds) {

        static Remittance of(RemittanceRule rule) {
            return new Remittance(
                    rule.accounts().stream().map(Place::of).toList(),
                    rule.paymentIds().stream().map(Reference::element).toList());
        }
    }

    /**
     * A place of account numbers.
     *
     * @param source {@code structured}, {@code end-to-end-id} or {@code free-text}
     * @param pattern of RE2; without it the whole text is the number
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Place(String source, Optional<String> pattern) {

        static Place of(AccountPlace place) {
            return new Place(place.source().wireName(), place.finder().pattern());
        }
    }
}
