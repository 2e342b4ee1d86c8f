package io.latchkey.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** Starts and stops one at a time, so that two commands at once do not start everything twice. */
public final class OneAtATime {

    private OneAtATime() {}

    /**
     * Works under the lock; the operating system gives it back if this process dies.
     *
     * @throws StackException if another command holds it
     */
    public static void on(DataFolder data, Runnable work) {
        try (FileChannel channel =
                FileChannel.open(data.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new StackException(
                        "Another deploy/up or deploy/down is at work on " + data.path() + "; wait until it has ended.");
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + data.path(), e);
        }
    }
}
