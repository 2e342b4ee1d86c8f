package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One capability that a policy may take away. What must never be taken away (emergency calls, incoming calls, internet
 * access, public-safety alerts, the lender's contact) has no constant here, so that no policy can name it.
 */
public enum Restriction {
    /** The camera. */
    CAMERA,
    /** The photo gallery. */
    GALLERY,
    /** Outgoing calls, but never emergency calls and the lender's number. */
    OUTGOING_CALLS,
    /** Sending text messages, but never to emergency numbers and the lender. */
    OUTGOING_SMS,
    /** Installing applications. */
    APP_INSTALL,
    /** The lock screen in front of everything else. */
    KIOSK;

    /**
     * The name in JSON.
     *
     * @return kebab-case, for example {@code outgoing-calls}
     */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The restriction of a JSON name.
     *
     * @param wireName kebab-case
     * @return the restriction
     * @throws IllegalArgumentException if there is none of that name
     */
    @JsonCreator
    public static Restriction of(String wireName) {
        for (Restriction restriction : values()) {
            if (restriction.wireName().equals(wireName)) {
                return restriction;
            }
        }
        throw new IllegalArgumentException("no restriction is named '" + wireName + "'");
    }
}
