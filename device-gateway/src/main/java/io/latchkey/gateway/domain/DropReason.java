package io.latchkey.gateway.domain;

/** Why a message on a report topic is no report. It is counted and goes no further. */
public enum DropReason {
    /** It is not a compact JWS over JSON. */
    NOT_A_JWS,
    /** It is a JWS of another kind, or by another algorithm. */
    WRONG_TYPE,
    /** No such enrollment is known for the topic's device. */
    UNKNOWN_ENROLLMENT,
    /** The enrollment is not heard any more: a newer one took its place long ago, or somebody decided for the other. */
    ENROLLMENT_ENDED,
    /** The enrolled key did not sign it. */
    BAD_SIGNATURE,
    /** It is signed, and yet no report that we know. */
    MALFORMED_CLAIMS
}
