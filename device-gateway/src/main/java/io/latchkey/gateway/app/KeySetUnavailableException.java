package io.latchkey.gateway.app;

/** token-issuer does not answer and was never asked before: no handset can be enrolled now. */
public class KeySetUnavailableException extends RuntimeException {

    /**
     * Tells who was asked in vain.
     *
     * @param cause what went wrong
     */
    public KeySetUnavailableException(Throwable cause) {
        super("the key set of token-issuer cannot be fetched", cause);
    }
}
