package io.latchkey.agent.jose;

import io.latchkey.agent.domain.DesiredState;
import io.latchkey.agent.domain.DeviceToken;
import io.latchkey.agent.domain.Incoming.TokenReceived;
import io.latchkey.agent.domain.Incoming.TokenRefused;
import io.latchkey.agent.domain.Incoming.TokenVerified;
import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.json.DesiredStateJson;
import io.latchkey.agent.json.JsonFields;
import io.latchkey.agent.json.MalformedJsonException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The claims of a device token that a handset lives by; the others are for those who audit. */
final class TokenClaims {

    private static final String ISSUER = "latchkey";

    private TokenClaims() {}

    /** The first claim that cannot be is the reason for a refusal. */
    static TokenReceived read(JsonFields claims) {
        try {
            demandIssuer(claims);
            String device = claim(RefusalReason.BAD_AUDIENCE, () -> claims.text("aud"));
            Set<Integer> enrollments = claim(RefusalReason.BAD_ENROLLMENT, () -> enrollments(claims));
            long revision = claim(RefusalReason.BAD_REVISION, () -> revision(claims));
            DesiredState desired = new DesiredState(
                    claim(RefusalReason.BAD_STAGE, () -> DesiredStateJson.stage(claims.text("stg"))),
                    claim(RefusalReason.BAD_RESTRICTIONS, () -> DesiredStateJson.restrictions(claims)),
                    claim(RefusalReason.BAD_REASON, () -> claims.textOrEmpty("rsn")),
                    DesiredStateJson.notice(claims));
            return new TokenVerified(new DeviceToken(device, enrollments, revision, desired));
        } catch (BadClaimException e) {
            return new TokenRefused(e.reason);
        }
    }

    private static void demandIssuer(JsonFields claims) {
        if (!claim(RefusalReason.BAD_ISSUER, () -> claims.text("iss")).equals(ISSUER)) {
            throw new BadClaimException(RefusalReason.BAD_ISSUER);
        }
    }

    private static Set<Integer> enrollments(JsonFields claims) {
        Set<Integer> enrollments = new LinkedHashSet<>();
        for (long number : claims.numbers("enr")) {
            if (number < 1 || number > Integer.MAX_VALUE) {
                throw new BadClaimException(RefusalReason.BAD_ENROLLMENT);
            }
            enrollments.add((int) number);
        }
        return enrollments;
    }

    private static long revision(JsonFields claims) {
        long revision = claims.number("rev");
        if (revision < 1) {
            throw new BadClaimException(RefusalReason.BAD_REVISION);
        }
        return revision;
    }

    private static <T> T claim(RefusalReason ifMalformed, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedJsonException e) {
            throw new BadClaimException(ifMalformed);
        }
    }

    private static final class BadClaimException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final RefusalReason reason;

        BadClaimException(RefusalReason reason) {
            super(reason.wireName());
            this.reason = reason;
        }
    }
}
