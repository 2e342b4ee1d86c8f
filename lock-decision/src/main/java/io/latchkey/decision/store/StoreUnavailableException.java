package io.latchkey.decision.store;

/** The database did not answer; nothing is wrong with what was asked. */
class StoreUnavailableException extends RuntimeException {

    StoreUnavailableException(String what, Throwable cause) {
        super("cannot read " + what, cause);
    }
}
