package io.latchkey.notice.app;

/** Something that this service needs does not answer, or not yet; the same may be tried again. */
public class UnavailableException extends RuntimeException {

    /**
     * Names it.
     *
     * @param what what is away, without personal data
     */
    public UnavailableException(String what) {
        super(what);
    }

    /**
     * Names it.
     *
     * @param what what is away, without personal data
     * @param cause a failure that holds no personal data
     */
    public UnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
