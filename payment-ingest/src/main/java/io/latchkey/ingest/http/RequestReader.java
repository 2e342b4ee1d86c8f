package io.latchkey.ingest.http;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Request;
import io.latchkey.kit.identity.Pseudonyms;
import java.time.Instant;
import java.util.Optional;

/** Reads the data of {@code lock.requested}, {@code unlock.requested} and {@code request.withdrawn}. */
record RequestReader(PartnerId partner, Pseudonyms pseudonyms) {

    Optional<Fact> readLock(JsonField data) {
        Optional<LoanId> loanId = readLoan(data);
        Optional<String> requestId = readId(data);
        Optional<Reason> reason = readReason(data);
        Optional<Instant> notBefore = data.child("notBefore").readIfPresent(Formats.TIMESTAMP);
        return loanId.flatMap(
                loan -> requestId.flatMap(id -> reason.map(why -> new Request.Lock(loan, id, why, notBefore))));
    }

    Optional<Fact> readUnlock(JsonField data) {
        Optional<LoanId> loanId = readLoan(data);
        Optional<String> requestId = readId(data);
        Optional<Reason> reason = readReason(data);
        return loanId.flatMap(loan -> requestId.flatMap(id -> reason.map(why -> new Request.Unlock(loan, id, why))));
    }

    Optional<Fact> readWithdrawal(JsonField data) {
        Optional<LoanId> loanId = readLoan(data);
        Optional<String> requestId = readId(data);
        return loanId.flatMap(loan -> requestId.map(id -> new Request.Withdrawal(loan, id)));
    }

    private Optional<LoanId> readLoan(JsonField data) {
        return data.child("accountNumber")
                .read(Formats.ACCOUNT_NUMBER)
                .map(account -> pseudonyms.loanId(partner, account));
    }

    private static Optional<String> readId(JsonField data) {
        return data.child("requestId").read(Formats.REQUEST_ID);
    }

    private static Optional<Reason> readReason(JsonField data) {
        return data.child("reason").read(Formats.REQUEST_REASON);
    }
}
