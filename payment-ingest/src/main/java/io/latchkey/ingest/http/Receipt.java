package io.latchkey.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.latchkey.events.LoanId;
import java.util.Optional;

/** What a partner gets for a fact that was accepted, now or before. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Receipt(String eventId, Optional<LoanId> loanId, String status) {}
