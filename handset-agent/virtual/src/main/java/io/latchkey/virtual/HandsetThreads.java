package io.latchkey.virtual;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The threads that all handsets share. */
final class HandsetThreads {

    /** Paho blocks three for each connection; with room for 500 handsets and their work, nobody waits for a thread. */
    private static final int MOST = 2_048;

    /** Before this release a virtual thread that waits inside {@code synchronized} blocks its carrier. */
    private static final int RELEASE_WITHOUT_PINNING = 24;

    private HandsetThreads() {}

    static ScheduledExecutorService start() {
        ThreadFactory factory = Runtime.version().feature() >= RELEASE_WITHOUT_PINNING
                ? Thread.ofVirtual().name("handset-", 0).factory()
                : Thread.ofPlatform().name("handset-", 0).daemon().factory();
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(MOST, factory);
        threads.setRemoveOnCancelPolicy(true);
        return threads;
    }
}
