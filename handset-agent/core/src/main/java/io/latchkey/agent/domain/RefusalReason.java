package io.latchkey.agent.domain;

/** Why a token was not obeyed; an older revision is no refusal but {@code stale}. */
public enum RefusalReason {
    NOT_A_JWS("not-a-jws"),
    WRONG_TYPE("wrong-type"),
    WRONG_ALGORITHM("wrong-algorithm"),
    UNKNOWN_KEY("unknown-key"),
    BAD_SIGNATURE("bad-signature"),
    MALFORMED_CLAIMS("malformed-claims"),
    WRONG_DEVICE("wrong-device"),
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
