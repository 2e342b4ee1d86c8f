package io.latchkey.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    private static final LoanId LOAN = new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final PartnerId PARTNER = new PartnerId("sandbox");

    @Test
    void isMadeFromTheNoticeAlone() {
        assertThat(new MessageId(LOAN + ":n1", LOAN, PARTNER).header("example.org"))
                .isEqualTo("<n." + LOAN + "=3an1." + LOAN + ".sandbox@example.org>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n1", "ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0:n1", "a.b@c=d<e>f\"g~", "!", "=41"})
    void tellsTheNotice(String noticeId) {
        MessageId id = new MessageId(noticeId, LOAN, PARTNER);
        String header = id.header("mail.example.org");

        assertThat(header).matches("<[A-Za-z0-9_=.-]+@mail\\.example\\.org>");
        assertThat(MessageId.parse(header)).contains(id);
        assertThat(MessageId.parse(header.substring(1, header.length() - 1))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<>",
                "<n.n1.ln_0f1e.sandbox@example.org>",
                "<n.n1.ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0.sandbox@example.org",
                "<n..ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0.sandbox@example.org>",
                "<n.n=1.ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0.sandbox@example.org>",
                "<n.n=0a.ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0.sandbox@example.org>",
                "<n.n1.ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0.SANDBOX@example.org>",
                "<20270317.1@example.org>"
            })
    void knowsNoOtherNames(String text) {
        assertThat(MessageId.parse(text)).isEmpty();
    }
}
