package io.latchkey.virtual;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that all handsets share.
 *
 * @param connections what Paho blocks on, and timers
 * @param turns what agents do; a pool with timers would wake a second thread for every turn
 */
record HandsetThreads(ScheduledExecutorService connections, ExecutorService turns) {

    /** Paho blocks three for each connection; with room for 500 handsets and their work, nobody waits for a thread. */
    private static final int MOST = 2_048;

    /** Before this release a virtual thread that waits inside {@code synchronized} blocks its carrier. */
    private static final int RELEASE_WITHOUT_PINNING = 24;

    static HandsetThreads start() {
        boolean virtual = Runtime.version().feature() >= RELEASE_WITHOUT_PINNING;
        ThreadFactory factory = virtual
                ? Thread.ofVirtual().name("handset-", 0).factory()
                : Thread.ofPlatform().name("handset-", 0).daemon().factory();
        ScheduledThreadPoolExecutor connections = new ScheduledThreadPoolExecutor(MOST, factory);
        connections.setRemoveOnCancelPolicy(true);
        return new HandsetThreads(
                connections,
                virtual ? Executors.newThreadPerTaskExecutor(factory) : Executors.newCachedThreadPool(factory));
    }

    /** Takes no more work, and gives what runs a moment to end. */
    void stop(long seconds) {
        connections.shutdown();
        turns.shutdown();
        try {
            connections.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
