package io.latchkey.ingest.iso20022;

import static io.latchkey.ingest.iso20022.Camt.CREDIT;
import static io.latchkey.ingest.iso20022.Camt.entry;
import static io.latchkey.ingest.iso20022.Camt.notification;
import static io.latchkey.ingest.iso20022.Camt.transaction;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.ingest.app.UnreadableReportException;
import io.latchkey.ingest.domain.RawBody;
import io.latchkey.ingest.domain.RemittanceRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenReportsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<Document/>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.12\"><BkToCstmrDbtCdtNtfctn/></Document>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn/></Document>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><Other/></Document>",
                "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:"
                        + "camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>&b;</MsgId></GrpHdr></BkToCstmrDbtCdtNtfctn></Document>",
            })
    void refusesWhatIsNoReportAndWhatReachesOutOfIt(String text) {
        assertThatThrownBy(() -> read(Camt.body(text)))
                .isInstanceOf(UnreadableReportException.class)
                .hasMessageNotContaining("passwd")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void refusesWhatIsNestedOrLongBeyondAnyBanksNeed() {
        String deep = "<a>".repeat(100) + "</a>".repeat(100);
        String longName = transaction("TX-1", "1", "x".repeat(2_000));

        assertThatThrownBy(() -> read(notification("08", deep))).hasMessageContaining("nested more than 40 deep");
        assertThatThrownBy(() -> read(notification("08", entry(CREDIT, "BOOK", longName))))
                .hasMessageContaining("longer than 1000 characters, at line");
    }

    @Test
    void aBrokenEndMakesAllOfItWorthNothing() {
        RawBody whole = notification("08", entry(CREDIT, "BOOK", transaction("TX-1", "1", "LN-1")));
        byte[] cut = Arrays.copyOf(whole.bytes(), whole.bytes().length - 3);

        assertThatThrownBy(() -> read(new RawBody(cut))).isInstanceOf(UnreadableReportException.class);
    }

    private static void read(RawBody document) {
        Camt.read(document, RemittanceRule.DEFAULT);
    }
}
