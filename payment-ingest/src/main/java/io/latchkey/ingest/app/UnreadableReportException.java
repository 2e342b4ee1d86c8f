package io.latchkey.ingest.app;

/** A document is no bank's report that can be read; the message says why and where. */
public class UnreadableReportException extends RuntimeException {

    /**
     * Says why.
     *
     * @param message for the sender
     */
    public UnreadableReportException(String message) {
        super(message);
    }
}
