package io.latchkey.decision.domain;

import java.time.LocalDate;

/**
 * The first step that took something, in a time in arrears: where a law wants a lighter step before the lock screen, it
 * wants it in fact, and not on paper. Whoever still stands under it when older arrears are paid needs no other one for those
 * that are left.
 *
 * @param dueDate the oldest unpaid due date when it was entered
 * @param enteredOn the local date on which it was
 */
public record Ascent(LocalDate dueDate, LocalDate enteredOn) {}
