package io.latchkey.ingest.http;

import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.identity.Pseudonyms;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Reads the data of {@code payment.received} and {@code payment.pending}, which differ in what their time means. */
record PaymentReader(PartnerId partner, Pseudonyms pseudonyms) {

    Optional<Fact> readReceived(JsonField data) {
        return read(data, "paidAt", Fact.Payment::new);
    }

    Optional<Fact> readPending(JsonField data) {
        return read(data, "initiatedAt", Fact.PendingPayment::new);
    }

    private Optional<Fact> read(JsonField data, String timeField, Maker maker) {
        Optional<String> account = data.child("accountNumber").read(Formats.ACCOUNT_NUMBER);
        Optional<PaymentId> paymentId = data.child("paymentId").read(Formats.PAYMENT_ID);
        Optional<Long> amount = data.child("amount").wholeNumber(1, Long.MAX_VALUE);
        Optional<Currency> currency = data.child("currency").read(Formats.CURRENCY);
        Optional<Instant> time = data.child(timeField).read(Formats.TIMESTAMP);
        if (account.isEmpty() || paymentId.isEmpty() || amount.isEmpty() || currency.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(maker.make(
                pseudonyms.loanId(partner, account.get()),
                paymentId.get(),
                new Money(amount.get(), currency.get()),
                time.get()));
    }

    @FunctionalInterface
    private interface Maker {
        Fact make(LoanId loanId, PaymentId paymentId, Money amount, Instant time);
    }
}
