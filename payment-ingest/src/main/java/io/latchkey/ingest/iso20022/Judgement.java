package io.latchkey.ingest.iso20022;

import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import io.latchkey.ingest.domain.BankEntry;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.Remittance;
import io.latchkey.kit.identity.Pseudonyms;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a transaction means for a partner's loans. Account numbers become pseudonyms here. */
record Judgement(Partner partner, Pseudonyms pseudonyms) {

    /** ISO 20022, ActiveOrHistoricCurrencyAndAmount: 18 digits at most, 5 of them after the point. */
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{0,5})?");

    private static final String BOOKED = "BOOK";
    private static final String PENDING = "PDNG";
    private static final Set<String> NOT_BOOKED = Set.of("INFO", "FUTR");

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** Something about a transaction that cannot be. */
    private static final class Unclear extends RuntimeException {

        Unclear(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    BankEntry of(String place, Booking booking, Transaction transaction, boolean alone) {
        try {
            Optional<String> passed = passed(booking, transaction);
            return passed.isPresent()
                    ? new BankEntry.Passed(place, passed.get())
                    : told(place, booking, transaction, alone);
        } catch (Unclear e) {
            return new BankEntry.Unclear(place, e.reason());
        }
    }

    private BankEntry told(String place, Booking booking, Transaction transaction, boolean alone) {
        Remittance remittance = transaction.remittanceIn(booking, alone);
        LoanId loanId = loanId(remittance);
        PaymentId paymentId = paymentId(remittance);
        Instant when = moment(transaction.whenIn(booking).orElseThrow(() -> new Unclear("has no booking date")));
        if (takesBack(booking, transaction)) {
            return new BankEntry.Told(place, new Fact.Reversal(loanId, paymentId, when), when);
        }
        Money money = money(transaction.amountIn(booking, alone).orElseThrow(() -> new Unclear("has no amount")));
        Fact.AboutLoan fact = booking.status().equals(PENDING)
                ? new Fact.PendingPayment(loanId, paymentId, money, when)
                : new Fact.Payment(loanId, paymentId, money, when);
        return new BankEntry.Told(place, fact, when);
    }

    /** Why it says nothing about money that a borrower pays. Whatever is not known to be so may be that money. */
    private static Optional<String> passed(Booking booking, Transaction transaction) {
        String status = booking.status();
        if (NOT_BOOKED.contains(status)) {
            return Optional.of("is not booked: its status is " + status);
        }
        if (!status.equals(BOOKED) && !status.equals(PENDING)) {
            throw new Unclear("has a status that is none of BOOK, PDNG, INFO, FUTR");
        }
        boolean credit = isCredit(booking, transaction);
        if (credit && booking.reversal()) {
            return Optional.of("takes back money that went out");
        }
        if (credit && transaction.isReturned()) {
            return Optional.of("is money that went out and came back");
        }
        if (!credit && !takesBack(booking, transaction)) {
            return Optional.of("is money that goes out");
        }
        return !credit && status.equals(PENDING)
                ? Optional.of("takes money back, and is not booked yet")
                : Optional.empty();
    }

    private static boolean isCredit(Booking booking, Transaction transaction) {
        return transaction.creditIn(booking).orElseThrow(() -> new Unclear("is neither CRDT nor DBIT"));
    }

    private static boolean takesBack(Booking booking, Transaction transaction) {
        return !isCredit(booking, transaction) && (booking.reversal() || transaction.isReturned());
    }

    private LoanId loanId(Remittance remittance) {
        return partner.terms()
                .remittance()
                .accountOf(remittance)
                .map(account -> pseudonyms.loanId(partner.id(), account))
                .orElseThrow(() -> new Unclear("names no account: nothing at "
                        + partner.terms().remittance().accounts().stream()
                                .map(one -> one.source().path())
                                .distinct()
                                .toList()
                        + " is one"));
    }

    private PaymentId paymentId(Remittance remittance) {
        return partner.terms()
                .remittance()
                .paymentIdOf(remittance)
                .orElseThrow(() -> new Unclear("has none of the references "
                        + partner.terms().remittance().paymentIds().stream()
                                .map(one -> one.element())
                                .toList()
                        + " in 1 to 64 printable ASCII characters without blanks"));
    }

    private static Money money(Booking.Amount amount) {
        if (!AMOUNT.matcher(amount.value()).matches()) {
            throw new Unclear("has an amount that is no decimal number");
        }
        Currency currency = currency(amount.currency());
        try {
            long minorUnits = new BigDecimal(amount.value())
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValueExact();
            if (minorUnits == 0) {
                throw new Unclear("has an amount of nothing");
            }
            return new Money(minorUnits, currency);
        } catch (ArithmeticException e) {
            throw new Unclear("has an amount that is no whole number of minor units of " + currency + " below 2^63");
        }
    }

    private static Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // No such currency; the same complaint as about one without minor units.
        }
        throw new Unclear("has an amount in no ISO 4217 currency that has minor units");
    }

    /** A time without an offset, and a date, are the partner's; what came on a day counts from its beginning. */
    private Instant moment(String text) {
        ZoneId zone = partner.profile().timeZone();
        try {
            Instant moment;
            if (text.indexOf('T') < 0) {
                moment = LocalDate.from(DateTimeFormatter.ISO_DATE.parse(text))
                        .atStartOfDay(zone)
                        .toInstant();
            } else {
                TemporalAccessor parsed =
                        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                moment = parsed instanceof OffsetDateTime given
                        ? given.toInstant()
                        : LocalDateTime.from(parsed).atZone(zone).toInstant();
            }
            if (!moment.isBefore(Instant.EPOCH) && moment.isBefore(END)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // The same complaint as about a date that is beyond every loan.
        }
        throw new Unclear("has a date that is none of the years 1970 to 9998");
    }
}
