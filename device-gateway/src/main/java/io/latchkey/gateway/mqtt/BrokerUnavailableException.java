package io.latchkey.gateway.mqtt;

/** The broker did not confirm a message; the same may be published again. */
public class BrokerUnavailableException extends RuntimeException {

    BrokerUnavailableException(String message) {
        super(message);
    }

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
