package io.latchkey.gateway.domain;

/**
 * A handset's public key, on P-256.
 *
 * @param spki SubjectPublicKeyInfo, DER in base64
 * @param thumbprint RFC 7638
 */
public record HandsetKey(String spki, String thumbprint) {}
