package io.latchkey.agent.app;

/** A handset's memory could not be read or written. */
public final class AgentStoreException extends RuntimeException {

    public AgentStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
