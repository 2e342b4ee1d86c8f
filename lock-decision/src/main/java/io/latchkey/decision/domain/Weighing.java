package io.latchkey.decision.domain;

import io.latchkey.decision.domain.handset.Standing;
import java.util.List;

/**
 * Where a contract stands next: a function of what its position reaches, of what keeps that away, and of where it stood. It
 * is left at once, whatever else holds, when its cause is gone.
 *
 * @param cause what it follows from
 * @param before where it stood
 * @param rungs the steps that it may stand on, rising
 */
public record Weighing(Cause cause, Standing before, List<Rung> rungs) {

    /** What a stage follows from; the first that applies. */
    public enum Cause {
        /** The loan is over: let go, or paid in full for long enough. */
        OVER,
        /** The loan does not speak to its handset, or was closed so that the handset stays as it is. */
        STAYS,
        /** All is paid, and the time in which money is often taken back runs. */
        PAID,
        /** A grant, or the partner's own word, keeps the handset free. */
        FREED,
        /** The ladder, on an event: it frees, or leaves as it is. */
        EVENT,
        /** The ladder, on the clock: only this takes. */
        CLOCK
    }

    /** Copies the list. */
    public Weighing {
        rungs = List.copyOf(rungs);
    }

    /**
     * Works it out.
     *
     * @return where the contract stands next
     */
    public Standing next() {
        return switch (cause) {
            case OVER -> Standing.RELEASED;
            case STAYS -> before;
            case PAID, FREED -> Standing.CURRENT;
            case EVENT -> wantsMore() ? before : ceiling();
            case CLOCK -> wantsMore() ? highestOpen() : ceiling();
        };
    }

    /** Tells whether the highest of the steps takes more than is taken. */
    boolean wantsMore() {
        return before.escalatesTo(ceiling());
    }

    Standing ceiling() {
        return rungs.isEmpty() ? Standing.CURRENT : rungs.getLast().standing();
    }

    /** The steps that take more than is taken. */
    List<Rung> further() {
        return rungs.stream()
                .filter(rung -> before.escalatesTo(rung.standing()))
                .toList();
    }

    private Standing highestOpen() {
        return further().reversed().stream()
                .filter(rung -> rung.hindrances().isEmpty())
                .findFirst()
                .map(Rung::standing)
                .orElse(before);
    }
}
