package io.latchkey.agent.mqtt;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Holds reports back while enough are on their way: a broker may allow as few as ten, and Paho throws beyond that. */
final class ReportWindow {

    static final int SIZE = 8;

    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int inFlight;

    synchronized void add(byte[] report) {
        waiting.add(report);
    }

    /** The next report that may leave now; it counts as on its way. */
    synchronized Optional<byte[]> take() {
        if (inFlight == SIZE || waiting.isEmpty()) {
            return Optional.empty();
        }
        inFlight++;
        return Optional.of(waiting.remove());
    }

    synchronized void arrived() {
        inFlight--;
    }
}
