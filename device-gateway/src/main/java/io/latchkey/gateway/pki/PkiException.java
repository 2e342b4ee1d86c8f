package io.latchkey.gateway.pki;

/** A key or certificate of our own cannot be used. */
public class PkiException extends RuntimeException {

    PkiException(String message, Throwable cause) {
        super(message, cause);
    }
}
