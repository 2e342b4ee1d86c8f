package io.latchkey.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.http.Reading.Said;
import io.latchkey.ingest.http.Reading.Wrong;
import io.latchkey.kit.http.Problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversalAndFeedReaderTest {

    @Test
    void readsAReversal() {
        Fact.Reversal reversal = (Fact.Reversal) ((Said) read(Bodies.reversal())).fact();
        Fact.Payment payment = (Fact.Payment) ((Said) read(Bodies.payment())).fact();

        assertThat(reversal.loanId()).isEqualTo(payment.loanId());
        assertThat(reversal.paymentId()).isEqualTo(payment.paymentId());
        assertThat(reversal.reversedAt()).isEqualTo("2027-02-03T08:00:00Z");
    }

    @Test
    void readsAWatermark() {
        Fact.Watermark watermark = (Fact.Watermark) ((Said) read(Bodies.watermark())).fact();

        assertThat(watermark.completeThrough()).isEqualTo("2027-02-03T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountNumber", "paymentId", "reversedAt"})
    void namesWhatAReversalLacks(String field) {
        ObjectNode body = Bodies.reversal();
        ((ObjectNode) body.get("data")).remove(field);

        assertThat(pointers(body)).containsExactly("/data/" + field);
    }

    @Test
    void namesWhatAWatermarkLacks() {
        ObjectNode body = Bodies.watermark();
        ((ObjectNode) body.get("data")).put("completeThrough", "yesterday");

        assertThat(pointers(body)).containsExactly("/data/completeThrough");
    }

    @Test
    void nobodyCanKnowOfPaymentsThatAreStillToCome() {
        ObjectNode aLittleAhead = Bodies.with(Bodies.watermark(), "/data/completeThrough", "'2027-02-05T09:05:00Z'");
        ObjectNode tomorrow = Bodies.with(Bodies.watermark(), "/data/completeThrough", "'2027-02-05T09:05:01Z'");

        assertThat(read(aLittleAhead)).isInstanceOf(Said.class);
        assertThat(pointers(tomorrow)).containsExactly("/data/completeThrough");
    }

    @Test
    void anAmendmentThatIsStatedInTheFutureWouldOutlastAllThatFollow() {
        ObjectNode aLittleAhead = Bodies.with(Bodies.amendment(), "/timestamp", "'2027-02-05T09:05:00Z'");
        ObjectNode tomorrow = Bodies.with(Bodies.amendment(), "/timestamp", "'2027-02-05T09:05:01Z'");

        assertThat(read(aLittleAhead)).isInstanceOf(Said.class);
        assertThat(pointers(tomorrow)).containsExactly("/timestamp");
    }

    private static List<String> pointers(ObjectNode body) {
        return ((Wrong) read(body)).errors().stream().map(FieldError::pointer).toList();
    }

    private static Reading read(ObjectNode body) {
        return Bodies.reader().read(Bodies.AROUND, body);
    }
}
