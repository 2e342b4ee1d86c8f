package io.latchkey.agent.domain;

/**
 * Why a token was not obeyed, in the order in which a token is judged. An older revision is no refusal but {@code stale};
 * nothing is refused for a reason of time.
 */
public enum RefusalReason {
    /** More bytes than any issuer makes. */
    TOO_LARGE("too-large"),
    /** Not three parts with a dot between (RFC 7515 section 7.1). */
    NOT_A_JWS("not-a-jws"),
    /** The first part is no JSON object in base64url. */
    BAD_HEADER("bad-header"),
    /** {@code typ} is that of another kind of token (RFC 8725 section 3.11). */
    WRONG_TYPE("wrong-type"),
    /** {@code alg} is {@code none} (RFC 8725 section 3.2). */
    UNSIGNED("unsigned"),
    /** {@code alg} is anything but ES256 (RFC 8725 section 3.1). */
    WRONG_ALGORITHM("wrong-algorithm"),
    /** {@code crit} demands what this agent does not know (RFC 7515 section 4.1.11). */
    CRITICAL_HEADER("critical-header"),
    /** The header brings a key along, which nobody may choose for us (RFC 8725 section 3.10). */
    KEY_IN_HEADER("key-in-header"),
    /** No {@code kid} names the key. */
    NO_KEY_ID("no-key-id"),
    /** {@code kid} names no key that is trusted. */
    UNKNOWN_KEY("unknown-key"),
    /** The named key did not sign this. */
    BAD_SIGNATURE("bad-signature"),
    /** The claims are no JSON object. */
    CLAIMS_NOT_JSON("claims-not-json"),
    /** {@code iss} is not our issuer. */
    BAD_ISSUER("bad-issuer"),
    /** {@code aud} is not one device. */
    BAD_AUDIENCE("bad-audience"),
    /** {@code enr} is no enrollment number and no list of them. */
    BAD_ENROLLMENT("bad-enrollment"),
    /** {@code rev} is no whole number from 1. */
    BAD_REVISION("bad-revision"),
    /** {@code stg} is no stage. */
    BAD_STAGE("bad-stage"),
    /** {@code rst} is no list of names. */
    BAD_RESTRICTIONS("bad-restrictions"),
    /** {@code rsn} is no text. */
    BAD_REASON("bad-reason"),
    /** For another device. */
    WRONG_DEVICE("wrong-device"),
    /** For another enrollment of this device. */
    WRONG_ENROLLMENT("wrong-enrollment");

    private final String wireName;

    RefusalReason(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a {@code refused} report. */
    public String wireName() {
        return wireName;
    }

    /**
     * The reason of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RefusalReason named(String wireName) {
        for (RefusalReason reason : values()) {
            if (reason.wireName.equals(wireName)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no refusal reason is named " + wireName);
    }
}
