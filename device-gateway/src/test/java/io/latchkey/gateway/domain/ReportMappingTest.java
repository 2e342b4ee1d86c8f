package io.latchkey.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportMappingTest {

    private static final DeviceId DEVICE = new DeviceId("d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");
    private static final DeviceReport.Signed SIGNED = new DeviceReport.Signed(7, 12, AT, "jws");

    @Test
    void everyTypeBecomesItsEvent() {
        assertThat(from("hello", Map.of("stage", "CURRENT")))
                .contains(new DeviceReport.HandsetSeen(DEVICE, 2, Stage.CURRENT, SIGNED));
        assertThat(from("applied", Map.of("stage", "LOCKED")))
                .contains(new DeviceReport.TokenApplied(DEVICE, 2, Stage.LOCKED, SIGNED));
        assertThat(from("tamper", Map.of("what", "root")))
                .contains(new DeviceReport.TamperReported(DEVICE, 2, "root", SIGNED));
        assertThat(from("refresh", Map.of())).contains(new DeviceReport.RefreshRequested(DEVICE, 2, SIGNED));
    }

    @Test
    void anOlderTokenIsARefusalWithTheReasonStale() {
        assertThat(from("stale", Map.of("received", 11L)))
                .contains(new DeviceReport.TokenRefused(DEVICE, 2, "stale", Optional.of(11L), SIGNED));
        assertThat(from("refused", Map.of("reason", "bad-signature")))
                .contains(new DeviceReport.TokenRefused(DEVICE, 2, "bad-signature", Optional.empty(), SIGNED));
    }

    @Test
    void whatWeDoNotKnowIsNoReport() {
        assertThat(from("greeting", Map.of())).isEmpty();
        assertThat(from("applied", Map.of("stage", "MELTED"))).isEmpty();
        assertThat(from("applied", Map.of())).isEmpty();
        assertThat(from("refused", Map.of("reason", "because I say so"))).isEmpty();
        assertThat(from("tamper", Map.of("what", "x".repeat(201)))).isEmpty();
        assertThat(ReportMapping.from(DEVICE, new ReportClaims(0, "refresh", 2, 12, AT, Map.of()), "jws"))
                .isEmpty();
    }

    @Test
    void aHandsetThatGreetsWithLessIsToldAgainAndARefreshAlways() {
        DeviceReport hello = from("hello", Map.of("stage", "CURRENT")).orElseThrow();
        DeviceReport refresh = from("refresh", Map.of()).orElseThrow();

        assertThat(Restatement.isDue(hello, 13)).isTrue();
        assertThat(Restatement.isDue(hello, 12)).isFalse();
        assertThat(Restatement.isDue(refresh, 12)).isTrue();
        assertThat(Restatement.isDue(from("stale", Map.of()).orElseThrow(), 13)).isFalse();
    }

    private static Optional<DeviceReport> from(String type, Map<String, Object> detail) {
        return ReportMapping.from(DEVICE, new ReportClaims(7, type, 2, 12, AT, detail), "jws");
    }
}
