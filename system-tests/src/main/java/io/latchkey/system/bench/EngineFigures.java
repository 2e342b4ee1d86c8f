package io.latchkey.system.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured of the overdue engine.
 *
 * @param due how many loans were due among the others
 * @param turns seconds in which all of them had their turn, by how many loans there were
 * @param idle handsets freed by their payments while nothing else is due
 * @param busy the same while a hundred thousand loans are due, under the meter's defaults
 * @param judgedMeanwhile how many of those had their turn in the meantime
 * @param decided payments a second that one instance decided, committed and published
 * @param plain the same for one transaction per event on eight connections
 */
record EngineFigures(
        int due,
        Map<Integer, Double> turns,
        Figures.Window idle,
        Figures.Window busy,
        long judgedMeanwhile,
        double decided,
        double plain) {

    EngineFigures {
        turns = new TreeMap<>(turns);
    }
}
