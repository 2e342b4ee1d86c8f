package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.PartnerProfile;
import io.latchkey.ingest.app.AccountPattern;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.PartnerTerms;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.ingest.domain.RemittanceRule.AccountPlace;
import io.latchkey.ingest.domain.RemittanceRule.Reference;
import io.latchkey.ingest.domain.RemittanceRule.Source;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.ProblemException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what is agreed with a partner. */
final class PartnerReader {

    private static final int FASTEST = 100_000;
    private static final int MOST_PLACES = 10;

    private static final TextFormat<String> NAME = TextFormat.of(
            "must be 1 to 80 characters, no control characters, no blanks at the ends",
            "[^\\p{Cntrl}\\s]([^\\p{Cntrl}]{0,78}[^\\p{Cntrl}\\s])?",
            Function.identity());
    private static final TextFormat<String> URL = TextFormat.of(
            "must be an https address of at most 200 characters, as https://lender.example/help",
            "https://[!-~]{1,192}",
            Function.identity());
    private static final TextFormat<Partner.Feed> FEED =
            TextFormat.of("must be manual, or auto on a local stack", "[a-z]{1,20}", name -> Partner.Feed.of(name)
                    .orElseThrow(IllegalArgumentException::new));
    private static final TextFormat<Source> SOURCE = TextFormat.of(
            "must be one of " + Stream.of(Source.values()).map(Source::wireName).toList(),
            "[a-z-]{1,20}",
            name -> Source.of(name).orElseThrow(IllegalArgumentException::new));
    private static final TextFormat<AccountPattern> PATTERN = TextFormat.of(
            "must be a pattern of RE2 of at most 200 characters, as \"loan ([0-9]+)\"",
            "(?s).{1,200}",
            AccountPattern::of);
    private static final TextFormat<Reference> REFERENCE = TextFormat.of(
            "must be one of "
                    + Stream.of(Reference.values()).map(Reference::element).toList(),
            "[A-Za-z]{1,20}",
            element -> Reference.of(element).orElseThrow(IllegalArgumentException::new));

    private PartnerReader() {}

    /** All that is wrong with it is told at once. */
    static PartnerTerms read(JsonNode document) {
        List<FieldError> complaints = new ArrayList<>();
        JsonField root = JsonField.root(document, complaints)
                .only("name", "country", "timeZone", "contact", "feed", "pace", "remittance", "sandbox");
        Optional<PartnerProfile> profile = profile(root);
        RemittanceRule remittance =
                root.child("remittance").isAbsent() ? RemittanceRule.DEFAULT : remittance(root.object("remittance"));
        Optional<Pace> pace = root.child("pace").isAbsent() ? Optional.of(Pace.DEFAULT) : pace(root.object("pace"));
        boolean sandbox = root.child("sandbox").bool(false);
        Partner.Feed feed = root.child("feed").readIfPresent(FEED).orElse(Partner.Feed.MANUAL);
        if (!complaints.isEmpty()) {
            throw new ProblemException(Problem.unprocessable(complaints));
        }
        return new PartnerTerms(profile.orElseThrow(), remittance, pace.orElseThrow(), feed, sandbox);
    }

    private static Optional<PartnerProfile> profile(JsonField root) {
        JsonField contact = root.object("contact").only("phone", "url");
        Optional<String> name = root.child("name").read(NAME);
        Optional<String> country = root.child("country").read(Formats.COUNTRY);
        Optional<ZoneId> zone = root.child("timeZone").read(Formats.TIME_ZONE);
        Optional<String> phone = contact.child("phone").read(Formats.PHONE);
        Optional<String> url = contact.child("url").read(URL);
        if (Stream.of(name, country, zone, phone, url).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new PartnerProfile(
                name.orElseThrow(), country.orElseThrow(), zone.orElseThrow(), phone.orElseThrow(), url.orElseThrow()));
    }

    private static Optional<Pace> pace(JsonField field) {
        field.only("perSecond", "burst");
        Optional<Long> perSecond = field.child("perSecond").wholeNumber(1, FASTEST);
        Optional<Long> burst = field.child("burst").wholeNumber(1, FASTEST);
        return perSecond.flatMap(rate -> burst.map(most -> new Pace(rate.intValue(), most.intValue())));
    }

    private static RemittanceRule remittance(JsonField field) {
        field.only("accounts", "paymentIds");
        List<AccountPlace> accounts = field.child("accounts").elements(1, MOST_PLACES).stream()
                .map(PartnerReader::place)
                .flatMap(Optional::stream)
                .toList();
        List<Reference> paymentIds = field.child("paymentIds").values(1, Reference.values().length).stream()
                .flatMap(one -> one.read(REFERENCE).stream())
                .toList();
        return new RemittanceRule(accounts, paymentIds);
    }

    private static Optional<AccountPlace> place(JsonField field) {
        field.only("source", "pattern");
        Optional<Source> source = field.child("source").read(SOURCE);
        Optional<AccountPattern> pattern = field.child("pattern").readIfPresent(PATTERN);
        return source.map(
                where -> pattern.map(how -> new AccountPlace(where, how)).orElseGet(() -> AccountPlace.whole(where)));
    }
}
