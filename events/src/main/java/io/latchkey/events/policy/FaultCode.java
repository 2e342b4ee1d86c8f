package io.latchkey.events.policy;

import java.util.Locale;

/** What can be wrong with a policy document, as codes that stay the same however the sentence is worded. */
public enum FaultCode {
    /** A field that must be there is not. */
    MISSING,
    /** A field that no policy has. */
    UNKNOWN_FIELD,
    /** Another type of JSON value than the field has, or a text of another form. */
    MALFORMED,
    /** A number, a length or a list outside its limits. */
    OUT_OF_RANGE,
    /** A name that is none of the known ones. */
    UNKNOWN_NAME,
    /** The same thing is said twice. */
    REPEATED,
    /** No pack is known for the jurisdiction. */
    UNKNOWN_PACK,
    /** A restriction that no law and no policy may name. */
    ESSENTIAL_FUNCTION,
    /** A step does not come later than the one before. */
    LADDER_NOT_RISING,
    /** A step brings a milder stage than the one before. */
    STAGE_FALLS,
    /** A step gives back what the step before took, within the same stage. */
    RESTRICTIONS_SHRINK,
    /** A reminder takes something. */
    REMINDER_TAKES,
    /** A restriction step takes nothing. */
    RESTRICTS_NOTHING,
    /** The lock screen stands in a stage that is not {@code LOCKED}. */
    KIOSK_BELOW_LOCK,
    /** A notice's cure days are not over when its step begins. */
    NOTICE_TOO_LATE,
    /** The window never opens. */
    WINDOW_CLOSED,
    /** The policy is harsher than a clause of its pack. */
    HARSHER_THAN_PACK;

    /**
     * The code.
     *
     * @return kebab-case, for example {@code harsher-than-pack}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
