package io.latchkey.issuer.keys;

/** The key file cannot be used. The service must not start: another key would make every handset refuse its tokens. */
public class KeyFileException extends RuntimeException {

    KeyFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
