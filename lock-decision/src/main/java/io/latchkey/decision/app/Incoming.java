package io.latchkey.decision.app;

/**
 * Something that a record says.
 *
 * @param source the partition it stood in
 * @param offset its place there
 * @param cause what its effects go back to
 * @param event what it says
 * @param <E> the kind of event
 */
public record Incoming<E>(Source source, long offset, Cause cause, E event) {}
