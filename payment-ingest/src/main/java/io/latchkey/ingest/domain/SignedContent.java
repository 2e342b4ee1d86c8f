package io.latchkey.ingest.domain;

import java.io.InputStream;

/** The bytes of a request as they came; a signature covers exactly these. */
public sealed interface SignedContent permits RawBody, SpooledBody {

    /**
     * Begins to read them.
     *
     * @return all bytes, from the first one
     * @throws java.io.UncheckedIOException if they cannot be read any more
     */
    InputStream open();
}
