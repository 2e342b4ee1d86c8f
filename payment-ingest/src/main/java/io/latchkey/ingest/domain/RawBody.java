package io.latchkey.ingest.domain;

/** The bytes of a request as they came; a signature covers exactly these. */
public final class RawBody {

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
    public String toString() {
        return bytes.length + " bytes";
    }
}
