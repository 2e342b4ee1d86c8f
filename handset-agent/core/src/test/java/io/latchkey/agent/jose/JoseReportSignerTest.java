package io.latchkey.agent.jose;

import static io.latchkey.agent.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.domain.Report;
import io.latchkey.agent.domain.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JoseReportSignerTest {

    private final TokenForge handset = TokenForge.withNewKey();

    @Test
    void signsWithTheHandsetsOwnKey() throws Exception {
        byte[] signed = new JoseReportSigner(handset.key().toPrivateKey())
                .sign(new Report(4, 1, 12, NOON, new Report.Applied(Stage.LOCKED)));

        JWSObject jws = JWSObject.parse(new String(signed, StandardCharsets.US_ASCII));
        assertThat(jws.verify(new ECDSAVerifier(handset.key().toECPublicKey()))).isTrue();
        assertThat(jws.getHeader().toString()).isEqualTo("{\"typ\":\"handset-report+jwt\",\"alg\":\"ES256\"}");
    }

    static List<Arguments> wireForms() {
        return List.of(
                Arguments.of(new Report.Hello(Stage.CURRENT, List.of("k1")), "hello", "{stage=CURRENT, keys=[k1]}"),
                Arguments.of(new Report.Applied(Stage.LOCKED), "applied", "{stage=LOCKED}"),
                Arguments.of(new Report.Stale(11), "stale", "{received=11}"),
                Arguments.of(
                        new Report.Refused(RefusalReason.WRONG_DEVICE, OptionalLong.of(13)),
                        "refused",
                        "{reason=wrong-device, received=13}"),
                Arguments.of(
                        new Report.Refused(RefusalReason.UNKNOWN_KEY, OptionalLong.empty()),
                        "refused",
                        "{reason=unknown-key}"),
                Arguments.of(new Report.Tamper("root"), "tamper", "{what=root}"),
                Arguments.of(new Report.Refresh(), "refresh", "{}"));
    }

    @ParameterizedTest
    @MethodSource("wireForms")
    void writesEachReportAsTheWireAgreed(Report.Detail detail, String type, String expected) throws Exception {
        byte[] signed = new JoseReportSigner(handset.key().toPrivateKey()).sign(new Report(4, 1, 12, NOON, detail));

        var payload = JWSObject.parse(new String(signed, StandardCharsets.US_ASCII))
                .getPayload()
                .toJSONObject();
        assertThat(payload)
                .containsEntry("seq", 4L)
                .containsEntry("type", type)
                .containsEntry("enr", 1L)
                .containsEntry("rev", 12L)
                .containsEntry("at", "2026-11-20T12:00:00.123456Z");
        assertThat(payload.get("detail")).hasToString(expected);
    }
}
