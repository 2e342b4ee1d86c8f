package io.latchkey.system.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** What the connections of one client have to suffer at the moment. */
final class Weather {

    private static final Duration LATE = Duration.ofMillis(150);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Optional<Storm> storm = Optional.empty();

    private record Storm(Trouble trouble, ProcessHandle client) {}

    void turns(Trouble trouble, ProcessHandle client) {
        become(Optional.of(new Storm(trouble, client)));
    }

    void clears() {
        become(Optional.empty());
    }

    private void become(Optional<Storm> next) {
        lock.lock();
        try {
            storm = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hits(Connection connection) {
        return storm.filter(one -> connection.belongsTo(one.client())).isPresent();
    }

    /**
     * Lets a piece of data of this connection pass, in its time.
     *
     * @return whether it passes at all
     */
    boolean lets(Connection connection) throws InterruptedException {
        Optional<Storm> now = storm.filter(one -> connection.belongsTo(one.client()));
        if (now.isEmpty()) {
            return true;
        }
        switch (now.get().trouble()) {
            case CUT -> awaitAnother(now.get());
            case SLOW -> LockSupport.parkNanos(LATE.toNanos());
            case RESET -> {
                return false;
            }
        }
        return true;
    }

    private void awaitAnother(Storm past) throws InterruptedException {
        lock.lock();
        try {
            while (storm.filter(past::equals).isPresent()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
