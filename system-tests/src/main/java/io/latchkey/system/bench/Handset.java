package io.latchkey.system.bench;

/**
 * A handset that was sold for the benchmark.
 *
 * @param deviceId its pseudonym
 * @param accountNumber its loan's number at the partner
 */
record Handset(String deviceId, String accountNumber) {}
