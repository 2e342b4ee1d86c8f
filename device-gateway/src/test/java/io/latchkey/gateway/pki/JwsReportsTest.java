package io.latchkey.gateway.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.gateway.TestKey;
import io.latchkey.gateway.app.ReportReader;
import io.latchkey.gateway.domain.DropReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwsReportsTest {

    private static final String REPORT =
            "{\"seq\":1,\"type\":\"stale\",\"enr\":2,\"rev\":3,\"at\":\"2027-01-01T00:00:00Z\",\"detail\":{\"received\":2}}";

    private final JwsReports reports = new JwsReports();
    private final TestKey key = TestKey.onP256();

    @Test
    void aReportIsReadAndItsOwnKeyAloneVerifiesIt() throws Exception {
        ReportReader.Claimed report = (ReportReader.Claimed) reports.read(key.report(REPORT));

        assertThat(report.claims().enrollment()).isEqualTo(2);
        assertThat(report.claims().detail()).containsEntry("received", 2L);
        assertThat(reports.isSignedBy(report, spki(key))).isTrue();
        assertThat(reports.isSignedBy(report, spki(TestKey.onP256()))).isFalse();
    }

    @Test
    void aJwsOfAnotherKindIsNoReport() {
        assertThat(reports.read(key.signed("device-token+jwt", REPORT)))
                .isEqualTo(new ReportReader.Unreadable(DropReason.WRONG_TYPE));
        assertThat(reports.read("eyJhbGciOiJub25lIn0.e30.")).isInstanceOf(ReportReader.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({"NOT_A_JWS,not a jws", "NOT_A_JWS,a.b.c", "NOT_A_JWS,{}"})
    void whatIsNoJwsIsTold(DropReason reason, String payload) {
        assertThat(reports.read(payload)).isEqualTo(new ReportReader.Unreadable(reason));
    }

    @Test
    void numbersThatAreNoneAreMalformed() {
        for (String seq : new String[] {"1e400", "-1", "1.5", "\"1\"", "99999999999999999999", "null"}) {
            String json = REPORT.replace("\"seq\":1", "\"seq\":" + seq);

            assertThat(reports.read(key.report(json)))
                    .isEqualTo(new ReportReader.Unreadable(DropReason.MALFORMED_CLAIMS));
        }
        assertThat(reports.read(key.report("[]"))).isEqualTo(new ReportReader.Unreadable(DropReason.MALFORMED_CLAIMS));
    }

    private static String spki(TestKey key) throws Exception {
        return EcKeys.named((java.security.interfaces.ECPublicKey) key.pair().getPublic())
                .spki();
    }
}
