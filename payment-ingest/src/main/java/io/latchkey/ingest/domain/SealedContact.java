package io.latchkey.ingest.domain;

/**
 * How to reach a borrower, sealed before anybody in this service saw it.
 *
 * @param contact a compact JWE under a key of the loan's own
 * @param wrappedKey that key, wrapped by one that never travels
 */
public record SealedContact(String contact, String wrappedKey) {}
