package io.latchkey.ingest.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body that lies in a file, because many large ones may come at once.
 *
 * @param file exists until {@link #close}
 */
public record SpooledBody(Path file) implements SignedContent, AutoCloseable {

    @Override
    public InputStream open() {
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("a body that was kept in a file cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a body's file cannot be removed", e);
        }
    }
}
