package io.latchkey.events;

import io.latchkey.events.policy.TamperSignal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a loan remembers of what was decided, beside its stage: all that no fact on the topics says. It stands whole with
 * each decision that changed it, so the newest one on record is what a database that was lost is built from.
 *
 * @param phase how far the loan has come
 * @param restrictions what is taken away
 * @param ascent the first step that took something in this time in arrears, or nothing if none did
 * @param shown the notices that the screen has shown
 * @param signs the signs of tampering that the handset gave
 * @param batchId what it waits in for a place under the cap, or was released with; nothing if it needs none
 */
public record LoanMemory(
        Phase phase,
        List<Restriction> restrictions,
        Optional<Ascent> ascent,
        List<Shown> shown,
        List<TamperSignal> signs,
        Optional<String> batchId) {

    /** Copies the lists. */
    public LoanMemory {
        restrictions = restrictions.stream().distinct().sorted().toList();
        shown = List.copyOf(shown);
        signs = List.copyOf(signs);
    }

    /** How far a loan has come. */
    public enum Phase {
        /** It may not govern its handset yet. */
        WAITING,
        /** It alone governs its handset. */
        GOVERNING,
        /** It is over. */
        OVER
    }

    /**
     * The first step that took something.
     *
     * @param dueDate the oldest unpaid due date when it was entered
     * @param enteredOn the local date on which it was
     */
    public record Ascent(LocalDate dueDate, LocalDate enteredOn) {}

    /**
     * A notice on the screen.
     *
     * @param noticeId the notice
     * @param revision the handset's revision from which the screen shows it
     * @param provedAt when a handset proved that it holds such a revision, on the business clock; nothing if none did
     */
    public record Shown(String noticeId, long revision, Optional<Instant> provedAt) {}
}
