package io.latchkey.issuer.app;

import io.latchkey.kit.kafka.Origin;

/**
 * An intent that no token can carry.
 *
 * @param origin where it stood
 * @param reason why, without content
 */
public record Unsignable(Origin origin, String reason) {}
