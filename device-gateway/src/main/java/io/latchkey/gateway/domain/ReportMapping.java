package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.DeviceReport.HandsetSeen;
import io.latchkey.events.DeviceReport.RefreshRequested;
import io.latchkey.events.DeviceReport.Signed;
import io.latchkey.events.DeviceReport.TamperReported;
import io.latchkey.events.DeviceReport.TokenApplied;
import io.latchkey.events.DeviceReport.TokenRefused;
import io.latchkey.events.Stage;
import java.util.Map;
import java.util.Optional;

/** From what a handset says to what the topic says. */
public final class ReportMapping {

    private static final String STALE = "stale";
    private static final String CODE = "[a-z0-9](-?[a-z0-9]){0,63}";
    private static final int LONGEST_TEXT = 200;

    private ReportMapping() {}

    /**
     * The event that a report stands for.
     *
     * @param deviceId the handset, whose key signed the report
     * @param claims what the report says
     * @param jws the report as evidence
     * @return the event, or nothing if it is no report that we know
     */
    public static Optional<DeviceReport> from(DeviceId deviceId, ReportClaims claims, String jws) {
        try {
            return Optional.of(event(deviceId, claims, jws));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DeviceReport event(DeviceId deviceId, ReportClaims claims, String jws) {
        if (claims.seq() < 1 || claims.revision() < 0) {
            throw new IllegalArgumentException("seq must be >= 1 and rev >= 0");
        }
        int enrollment = claims.enrollment();
        Map<String, Object> detail = claims.detail();
        Signed signed = new Signed(claims.seq(), claims.revision(), claims.at(), jws);
        return switch (claims.type()) {
            case "hello" -> new HandsetSeen(deviceId, enrollment, stage(detail), signed);
            case "applied" -> new TokenApplied(deviceId, enrollment, stage(detail), signed);
            case "stale" -> new TokenRefused(deviceId, enrollment, STALE, received(detail), signed);
            case "refused" -> new TokenRefused(deviceId, enrollment, reason(detail), received(detail), signed);
            case "tamper" -> new TamperReported(deviceId, enrollment, text(detail, "what"), signed);
            case "refresh" -> new RefreshRequested(deviceId, enrollment, signed);
            default -> throw new IllegalArgumentException("no report has this type");
        };
    }

    private static Stage stage(Map<String, Object> detail) {
        return Stage.valueOf(text(detail, "stage"));
    }

    private static String reason(Map<String, Object> detail) {
        String reason = text(detail, "reason");
        if (!reason.matches(CODE)) {
            throw new IllegalArgumentException("a reason is a code in kebab-case");
        }
        return reason;
    }

    private static Optional<Long> received(Map<String, Object> detail) {
        return detail.get("received") instanceof Long revision ? Optional.of(revision) : Optional.empty();
    }

    private static String text(Map<String, Object> detail, String name) {
        if (detail.get(name) instanceof String text && text.length() <= LONGEST_TEXT) {
            return text;
        }
        throw new IllegalArgumentException(name + " must be a text of at most " + LONGEST_TEXT + " letters");
    }
}
