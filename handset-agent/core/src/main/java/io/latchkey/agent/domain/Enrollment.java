package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * One binding of this handset's own key to its pseudonym.
 *
 * @param deviceId the keyed pseudonym of the phone, never its IMEI
 * @param number counts the bindings of that device, from 1
 */
public record Enrollment(String deviceId, int number) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    public Enrollment {
        requireNonNull(deviceId, "deviceId");
        // It becomes part of topics and of file names.
        if (!WORD.matcher(deviceId).matches()) {
            throw new IllegalArgumentException("deviceId must be letters, digits, _ and - but was " + deviceId);
        }
        if (number < 1) {
            throw new IllegalArgumentException("number must be >= 1 but was " + number);
        }
    }

    /** The name in the handset's certificate, and so its MQTT client id. */
    public String commonName() {
        return deviceId + "/" + number;
    }
}
