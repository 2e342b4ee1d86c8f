package io.latchkey.decision.app;

/**
 * A record that the domain cannot make sense of, so that no retry will help.
 *
 * @param source the partition it stood in
 * @param offset its place there
 * @param reason why
 */
public record Refusal(Source source, long offset, String reason) {}
