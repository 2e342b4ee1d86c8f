package io.latchkey.ingest.http;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.events.PaymentId;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.kit.identity.Imei;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The strings that a webhook may hold. */
final class Formats {

    static final TextFormat<FactType> FACT_TYPE =
            TextFormat.of("must be one of " + FactType.names(), "[a-z.]{1,40}", FactType::of);

    static final TextFormat<Instant> TIMESTAMP = TextFormat.of(
            "must be an RFC 3339 timestamp of the years 1970 to 9998, as 2027-01-31T09:00:00Z",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})",
            Formats::instant);

    static final TextFormat<LocalDate> DATE = TextFormat.of(
            "must be a date that exists, of the years 1970 to 2200, as 2027-01-31",
            "(19[7-9][0-9]|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}",
            LocalDate::parse);

    static final TextFormat<String> ACCOUNT_NUMBER = TextFormat.of(
            "must be 1 to 64 printable ASCII characters, without blanks at the ends",
            RemittanceRule.ACCOUNT_NUMBER,
            Function.identity());

    static final TextFormat<PaymentId> PAYMENT_ID =
            TextFormat.of("must be 1 to 64 printable ASCII characters without blanks", "[!-~]{1,64}", PaymentId::new);

    static final TextFormat<String> REQUEST_ID = TextFormat.of(
            "must be 1 to 64 printable ASCII characters without blanks", "[!-~]{1,64}", Function.identity());

    static final TextFormat<Imei> IMEI =
            TextFormat.of("must be an IMEI: 15 digits, the last one the check digit", "[0-9]{15}", Imei::new);

    static final TextFormat<Currency> CURRENCY = TextFormat.of(
            "must be the code of an ISO 4217 currency that has minor units, as KES", "[A-Z]{3}", Formats::currency);

    static final TextFormat<ZoneId> TIME_ZONE =
            TextFormat.of("must be an IANA time zone, as Africa/Nairobi", "[A-Za-z0-9_+/-]{1,64}", Formats::zone);

    static final TextFormat<String> COUNTRY =
            TextFormat.of("must be ISO 3166-1 alpha-2, as KE", "[A-Z]{2}", Function.identity());

    static final TextFormat<String> POLICY_NAME = TextFormat.of(
            "must be the name of one of your policies", "[a-z0-9](-?[a-z0-9]){0,39}", Function.identity());

    static final TextFormat<String> SHA_256 = TextFormat.of(
            "must be a SHA-256: 64 hexadecimal digits", "[0-9A-Fa-f]{64}", hex -> hex.toLowerCase(Locale.ROOT));

    static final TextFormat<String> LOCALE = TextFormat.of(
            "must be a BCP 47 language tag, as sw-KE", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}", Formats::locale);

    static final TextFormat<String> EMAIL = TextFormat.of(
            "must be an e-mail address",
            "(?=.{3,254}$)[^@\\s\\x00-\\x1F\\x7F<>(),;:\\\\\"\\[\\]]{1,64}@[^@\\s\\x00-\\x1F\\x7F<>(),;:\\\\\"\\[\\]]+",
            Function.identity());

    static final TextFormat<String> PHONE =
            TextFormat.of("must be E.164, as +254700000000", "\\+[1-9][0-9]{5,14}", Function.identity());

    static final TextFormat<ClosingReason> CLOSING_REASON = TextFormat.of(
            "must be one of settled, written-off, cancelled, repossessed", "[a-z-]{1,20}", Formats::closingReason);

    static final TextFormat<Reason> REQUEST_REASON =
            TextFormat.of("must be one of delinquent, fraud, stolen, mistake", "[a-z-]{1,20}", Formats::requestReason);

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private Formats() {}

    private static Instant instant(String text) {
        Instant instant = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(END)) {
            throw new DateTimeException("beyond every loan");
        }
        return instant;
    }

    private static Currency currency(String code) {
        Currency currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("gold, test codes and the like have no minor units");
        }
        return currency;
    }

    private static ZoneId zone(String name) {
        // ZoneId.of would take offsets too, which know no change of clocks.
        if (!ZONES.contains(name)) {
            throw new IllegalArgumentException("no such zone");
        }
        return ZoneId.of(name);
    }

    private static String locale(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    }

    private static ClosingReason closingReason(String name) {
        return Stream.of(ClosingReason.values())
                .filter(reason -> reason.wireName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such reason"));
    }

    private static Reason requestReason(String name) {
        return Stream.of(Reason.values())
                .filter(reason -> reason.wireName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such reason"));
    }
}
