package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One binding of a handset's key to its device, as certificates name it: {@code <deviceId>/<enrollment>}.
 *
 * @param deviceId the handset
 * @param enrollment the binding's number, from 1
 */
public record HandsetName(DeviceId deviceId, int enrollment) {

    private static final Pattern SHAPE = Pattern.compile("(d[1-9][0-9]{0,3}_[0-9a-f]{32})/([1-9][0-9]{0,8})");

    /** Checks the number. */
    public HandsetName {
        if (enrollment < 1) {
            throw new IllegalArgumentException("enrollment must be >= 1 but was " + enrollment);
        }
    }

    /**
     * Reads a name.
     *
     * @param text as a certificate has it
     * @return the name, or nothing if it is none of a handset
     */
    public static Optional<HandsetName> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new HandsetName(new DeviceId(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return deviceId + "/" + enrollment;
    }
}
