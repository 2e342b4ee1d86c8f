package io.latchkey.decision.app;

import java.util.List;
import java.util.Map;

/**
 * What is noted with a commit of the records that led to it.
 *
 * @param next the next offset of each partition that was consumed for it; none goes back
 * @param received the payments among them that were not noted before
 */
public record Intake(Map<Source, Long> next, List<Batch.Received> received) {

    /** No record led to it. */
    public static final Intake NONE = new Intake(Map.of(), List.of());

    /** The payments, without marks. */
    Intake onlyReceived() {
        return new Intake(Map.of(), received);
    }

    /** Copies both. */
    public Intake {
        next = Map.copyOf(next);
        received = List.copyOf(received);
    }
}
