package io.latchkey.ingest.http;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.identity.Pseudonyms;
import java.time.Instant;
import java.util.Optional;

/** Reads the data of {@code payment.reversed}. */
record ReversalReader(PartnerId partner, Pseudonyms pseudonyms) {

    Optional<Fact> read(JsonField data) {
        Optional<String> account = data.child("accountNumber").read(Formats.ACCOUNT_NUMBER);
        Optional<PaymentId> paymentId = data.child("paymentId").read(Formats.PAYMENT_ID);
        Optional<Instant> reversedAt = data.child("reversedAt").read(Formats.TIMESTAMP);
        if (account.isEmpty() || paymentId.isEmpty() || reversedAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Fact.Reversal(pseudonyms.loanId(partner, account.get()), paymentId.get(), reversedAt.get()));
    }
}
