package io.latchkey.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.latchkey.events.EventJson;
import io.latchkey.events.PartnerProfile;
import io.latchkey.ingest.app.AccountPattern;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.PartnerTerms;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.ingest.domain.RemittanceRule.AccountPlace;
import io.latchkey.ingest.domain.RemittanceRule.Reference;
import io.latchkey.ingest.domain.RemittanceRule.Source;
import java.util.List;
import java.util.Optional;

/** What is agreed with a partner, as it is kept. */
record TermsJson(
        PartnerProfile profile,
        List<Place> accounts,
        List<Reference> paymentIds,
        Pace pace,
        Partner.Feed feed,
        boolean sandbox) {

    /** A place of account numbers. */
    record Place(Source source, Optional<String> pattern) {

        static Place of(AccountPlace place) {
            return new Place(place.source(), place.finder().pattern());
        }

        AccountPlace place() {
            return pattern.map(text -> new AccountPlace(source, AccountPattern.of(text)))
                    .orElseGet(() -> AccountPlace.whole(source));
        }
    }

    static String write(PartnerTerms terms) {
        TermsJson json = new TermsJson(
                terms.profile(),
                terms.remittance().accounts().stream().map(Place::of).toList(),
                terms.remittance().paymentIds(),
                terms.pace(),
                terms.feed(),
                terms.sandbox());
        return AnnouncementMapper.json(json);
    }

    static PartnerTerms read(String text) {
        try {
            return EventJson.mapper().readValue(text, TermsJson.class).terms();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept terms of a partner are unreadable", e);
        }
    }

    private PartnerTerms terms() {
        RemittanceRule rule =
                new RemittanceRule(accounts.stream().map(Place::place).toList(), paymentIds);
        return new PartnerTerms(profile, rule, pace, feed, sandbox);
    }
}
