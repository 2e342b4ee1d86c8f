package io.latchkey.ingest.domain;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A body that is small enough for the memory. */
public final class RawBody implements SignedContent {

    private final byte[] bytes;

    /**
     * Takes bytes over.
     *
     * @param bytes nobody may change them any more
     */
    public RawBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The bytes.
     *
     * @return not a copy, for they may be many; they are only to be read
     */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
