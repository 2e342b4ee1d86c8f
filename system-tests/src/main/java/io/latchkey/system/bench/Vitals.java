package io.latchkey.system.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a stack under load does at one moment.
 *
 * @param second since the load began
 * @param processes by name
 * @param lag records that each consumer group has not taken yet
 * @param waiting payments that are not applied yet
 * @param applied payments that were applied since the moment before
 * @param p50Millis how long half of these took at most, from the intended moment to the stored apply
 * @param p99Millis how long 99 % of them took at most
 */
record Vitals(
        long second,
        Map<String, OfProcess> processes,
        Map<String, Long> lag,
        long waiting,
        long applied,
        double p50Millis,
        double p99Millis) {

    /**
     * One process.
     *
     * @param pssMebibytes its memory; pages that several share count once in all
     * @param handles its open files and sockets
     * @param threads its threads
     */
    record OfProcess(double pssMebibytes, long handles, long threads) {}

    Vitals {
        processes = new TreeMap<>(processes);
        lag = new TreeMap<>(lag);
    }
}
