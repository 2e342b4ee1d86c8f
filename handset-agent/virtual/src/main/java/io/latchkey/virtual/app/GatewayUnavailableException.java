package io.latchkey.virtual.app;

/** The gateway could not be reached, or answered what nobody can read. */
public final class GatewayUnavailableException extends RuntimeException {

    public GatewayUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public GatewayUnavailableException(String message) {
        super(message);
    }
}
