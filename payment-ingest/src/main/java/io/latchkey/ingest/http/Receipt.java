package io.latchkey.ingest.http;

import io.latchkey.events.LoanId;

/** What a partner gets for a fact that was accepted, now or before. */
record Receipt(String eventId, LoanId loanId, String status) {}
