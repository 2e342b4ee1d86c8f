package io.latchkey.ingest.http;

import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.identity.Pseudonyms;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** Reads the data of {@code payment.received}. */
record PaymentReader(PartnerId partner, Pseudonyms pseudonyms) {

    Optional<Fact> read(JsonField data) {
        Optional<String> account = data.child("accountNumber").read(Formats.ACCOUNT_NUMBER);
        Optional<PaymentId> paymentId = data.child("paymentId").read(Formats.PAYMENT_ID);
        Optional<Long> amount = data.child("amount").wholeNumber(1, Long.MAX_VALUE);
        Optional<Currency> currency = data.child("currency").read(Formats.CURRENCY);
        Optional<Instant> paidAt = data.child("paidAt").read(Formats.TIMESTAMP);
        if (account.isEmpty() || paymentId.isEmpty() || amount.isEmpty() || currency.isEmpty() || paidAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Fact.Payment(
                pseudonyms.loanId(partner, account.get()),
                paymentId.get(),
                new Money(amount.get(), currency.get()),
                paidAt.get()));
    }
}
