package io.latchkey.local.process;

/** A server that a test started, wherever it runs. Started again on the same folder and port, it goes on with its data. */
public interface RunningServer extends AutoCloseable {

    /** The operating system's number of the process. */
    long pid();

    /** Ends it at once, as a crash would ({@code kill -9}). */
    void kill();

    /** Ends it cleanly. */
    @Override
    void close();
}
