package io.latchkey.system.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Follows the file that handsets note their applied tokens in. Each line bears its own time: a late look costs nothing. */
final class AppliedTail implements AutoCloseable {

    private static final long LOOK_AGAIN_NANOS = 5_000_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel file;
    private final Consumer<Applied> listener;
    private final Thread reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile boolean closed;

    AppliedTail(Path path, Consumer<Applied> listener) {
        this.listener = listener;
        this.reader = Thread.ofPlatform().daemon().name("applied-tail").unstarted(this::follow);
        try {
            this.file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Tells all that is there, and from now on what comes. */
    void start() {
        reader.start();
    }

    private void follow() {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            while (!closed) {
                if (file.read(buffer.clear()) <= 0) {
                    LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                }
                take(buffer.flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot follow the applied tokens", e);
        }
    }

    private void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                listener.accept(Applied.parse(line.toString(StandardCharsets.US_ASCII)));
                line.reset();
            } else {
                line.write(next);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the applied tokens", e);
        }
    }
}
