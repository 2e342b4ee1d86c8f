package io.latchkey.ingest.domain;

/**
 * The policy that a loan was signed under.
 *
 * @param name as the partner calls it
 * @param version the newest when the loan was accepted; a loan keeps it
 * @param jurisdiction ISO 3166-1 alpha-2 of the law it keeps to
 */
public record ChosenPolicy(String name, int version, String jurisdiction) {}
