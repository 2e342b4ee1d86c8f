package io.latchkey.virtual.store;

/** A handset's folder could not be read or written. */
public final class HandsetFolderException extends RuntimeException {

    HandsetFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
