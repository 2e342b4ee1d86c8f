package io.latchkey.ingest.app;

/** Something that this service cannot do without is away; the same request may be sent again. */
public class UnavailableException extends RuntimeException {

    /**
     * Names what is away.
     *
     * @param what in the sender's words
     * @param cause what happened
     */
    public UnavailableException(String what, Throwable cause) {
        super(what, cause);
    }

    /**
     * Names what is away.
     *
     * @param what in the sender's words
     */
    public UnavailableException(String what) {
        super(what);
    }
}
