package io.latchkey.agent.jose;

import io.latchkey.agent.domain.DeviceToken;
import io.latchkey.agent.json.DesiredStateJson;
import io.latchkey.agent.json.JsonFields;
import java.util.LinkedHashSet;
import java.util.Set;

/** The claims of a device token that a handset lives by; the others are for those who audit. */
final class TokenClaims {

    private static final String ISSUER = "latchkey";

    private TokenClaims() {}

    /** Throws as {@link JsonFields} does, or IllegalArgumentException for a value that cannot be. */
    static DeviceToken read(JsonFields claims) {
        if (!claims.text("iss").equals(ISSUER)) {
            throw new IllegalArgumentException("iss is not " + ISSUER);
        }
        return new DeviceToken(
                claims.text("aud"), enrollments(claims), claims.number("rev"), DesiredStateJson.read(claims));
    }

    private static Set<Integer> enrollments(JsonFields claims) {
        Set<Integer> enrollments = new LinkedHashSet<>();
        for (long number : claims.numbers("enr")) {
            if (number < 1 || number > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("enr is out of range");
            }
            enrollments.add((int) number);
        }
        return enrollments;
    }
}
