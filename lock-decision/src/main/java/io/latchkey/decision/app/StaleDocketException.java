package io.latchkey.decision.app;

import io.latchkey.events.LoanId;

/** Another transaction changed, between two locks, which loans belong together; the batch is to be tried again. */
public class StaleDocketException extends RuntimeException {

    StaleDocketException(LoanId missing) {
        super("loan " + missing + " governs a handset of this batch since it was opened");
    }
}
