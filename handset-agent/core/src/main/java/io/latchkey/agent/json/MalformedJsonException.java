package io.latchkey.agent.json;

/** JSON is not of the shape that was agreed. The message names the field, never its value. */
public final class MalformedJsonException extends RuntimeException {

    MalformedJsonException(String message) {
        super(message);
    }

    MalformedJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
