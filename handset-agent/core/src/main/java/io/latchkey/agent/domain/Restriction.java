package io.latchkey.agent.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that this agent can ever take away.
 *
 * <p>The set is closed on purpose: emergency calls, incoming calls, internet access, public-safety alerts and the
 * lender's contact have no constant here, so no token, however signed, can name them.
 */
public enum Restriction {
    CAMERA("camera"),
    GALLERY("gallery"),
    OUTGOING_CALLS("outgoing-calls"),
    OUTGOING_SMS("outgoing-sms"),
    APP_INSTALL("app-install"),
    KIOSK("kiosk");

    private final String wireName;

    Restriction(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a token's {@code rst}. */
    public String wireName() {
        return wireName;
    }

    /** The restriction of that name, or none: a name that we do not know takes nothing away. */
    public static Optional<Restriction> named(String wireName) {
        return Arrays.stream(values())
                .filter(restriction -> restriction.wireName.equals(wireName))
                .findFirst();
    }
}
