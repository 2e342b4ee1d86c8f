package io.latchkey.ingest.http;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Amendment;
import io.latchkey.ingest.domain.Due;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.identity.Pseudonyms;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Reads the data of {@code loan.amended}; the webhook's own timestamp is part of what it says. */
record AmendmentReader(PartnerId partner, Pseudonyms pseudonyms, Optional<Instant> statedAt) {

    Optional<Fact> read(JsonField data) {
        Optional<String> account = data.child("accountNumber").read(Formats.ACCOUNT_NUMBER);
        Optional<Currency> currency = data.child("currency").readIfPresent(Formats.CURRENCY);
        ScheduleReader reader = new ScheduleReader(currency);
        List<Due> schedule = reader.read(data.child("installments"));
        Optional<Instant> effectiveAt = data.child("effectiveAt").read(Formats.TIMESTAMP);
        if (account.isEmpty() || effectiveAt.isEmpty() || statedAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Amendment(
                pseudonyms.loanId(partner, account.get()),
                reader.currency(),
                schedule,
                effectiveAt.get(),
                statedAt.get()));
    }
}
