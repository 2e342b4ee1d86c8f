package io.latchkey.ingest.http;

import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.identity.Pseudonyms;
import java.util.Optional;

/** Reads the data of {@code loan.closed}. */
record ClosureReader(PartnerId partner, Pseudonyms pseudonyms) {

    Optional<Fact> read(JsonField data) {
        Optional<String> account = data.child("accountNumber").read(Formats.ACCOUNT_NUMBER);
        Optional<ClosingReason> reason = data.child("reason").read(Formats.CLOSING_REASON);
        if (account.isEmpty() || reason.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Fact.Closure(pseudonyms.loanId(partner, account.get()), reason.get()));
    }
}
