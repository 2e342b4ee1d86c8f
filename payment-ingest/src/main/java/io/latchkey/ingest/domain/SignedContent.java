package io.latchkey.ingest.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SignatureException;

/** The bytes of a request as they came; a signature covers exactly these. */
public sealed interface SignedContent permits RawBody, SpooledBody {

    /** Takes what is signed, a piece at a time. */
    @FunctionalInterface
    interface Taker {

        /**
         * Takes the next piece.
         *
         * @param piece holds it; filled anew afterwards
         * @param offset where it begins
         * @param length how long it is
         * @throws SignatureException if nothing can be taken
         */
        void take(byte[] piece, int offset, int length) throws SignatureException;
    }

    /**
     * Begins to read them.
     *
     * @return all bytes, from the first one
     * @throws UncheckedIOException if they cannot be read any more
     */
    InputStream open();

    /**
     * Reads all.
     *
     * @param taker is given them
     * @throws SignatureException as the taker does
     */
    default void giveTo(Taker taker) throws SignatureException {
        byte[] piece = new byte[16 * 1024];
        try (InputStream bytes = open()) {
            for (int length = bytes.read(piece); length >= 0; length = bytes.read(piece)) {
                taker.take(piece, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a body cannot be read again", e);
        }
    }
}
