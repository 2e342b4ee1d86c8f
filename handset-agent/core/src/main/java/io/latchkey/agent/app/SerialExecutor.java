package io.latchkey.agent.app;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks one at a time, in order, on threads that many handsets share. */
final class SerialExecutor implements Executor {

    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::takeTurn);
    }

    /** One task a turn: handsets take turns on the threads, and a task that dies takes no later one with it. */
    private void takeTurn() {
        try {
            next().run();
        } finally {
            if (isMoreWaiting()) {
                threads.execute(this::takeTurn);
            }
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            return waiting.remove();
        }
    }

    private boolean isMoreWaiting() {
        synchronized (waiting) {
            running = !waiting.isEmpty();
            return running;
        }
    }
}
