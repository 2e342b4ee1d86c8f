package io.latchkey.ingest;

import static io.latchkey.ingest.WebhookBodies.activation;
import static io.latchkey.ingest.WebhookBodies.payment;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class StatementsIT {

    private static final int MANY = 400;

    @TestHTTPResource("/v1/partners/sandbox/events")
    URI events;

    @TestHTTPResource("/v1/partners/sandbox/statements")
    URI statements;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void eachTransactionIsAcceptedOnceHoweverOftenItIsSaid() {
        SignedPost.of("st-loan", activation("LN-ST", 500)).to(events);
        SignedPost.of("st-webhook", payment("LN-ST", "st-both", 100)).to(events);
        String report = report(transaction("st-both", "1.00", "LN-ST")
                + transaction("st-new", "2.00", "LN-ST")
                + transaction("st-early", "3.00", "LN-ST-UNKNOWN"));

        JsonPath first = JsonPath.from(post("st-1", report).body());
        JsonPath again = JsonPath.from(post("st-2", report).body());

        assertThat(counts(first)).isEqualTo("accepted 1, parked 1, duplicate 1, ignored 0, refused 0");
        assertThat(first.getString("messageId")).isEqualTo("MSG-9");
        assertThat(counts(again)).isEqualTo("accepted 0, parked 0, duplicate 3, ignored 0, refused 0");
        assertThat(SignedPost.get(metrics).body()).contains("latchkey_report_entries_total{outcome=\"parked\"}");
        TopicRecords records = new TopicRecords(bootstrapServers);
        assertThat(records.idsOf("st-new")).hasSize(1);
        assertThat(records.idsOf("st-both")).hasSize(1);
        assertThat(records.idsOf("st-early")).hasSize(1);
    }

    @Test
    void whatDiffersFromWhatWasSaidBeforeIsRefusedAndNamed() {
        SignedPost.of("st-differs", payment("LN-ST-D", "st-differs", 100)).to(events);

        JsonPath answer = JsonPath.from(post(
                        "st-3",
                        report(transaction("st-differs", "1.01", "LN-ST-D")
                                + transaction("st-zero", "0.00", "LN-ST-D")))
                .body());

        assertThat(counts(answer)).isEqualTo("accepted 0, parked 0, duplicate 0, ignored 0, refused 2");
        assertThat(answer.getString("refusals[0].place")).isEqualTo("report[1]/Ntry[1]/TxDtls[1]");
        assertThat(answer.getString("refusals[0].detail")).contains("paymentId", "another amount");
        assertThat(answer.getString("refusals[1].detail")).contains("an amount of nothing");
    }

    @Test
    void manyTransactionsOfOneBatchAreAllAccepted() {
        String batch = IntStream.range(0, MANY)
                .mapToObj(i -> transaction("st-many-" + i, "1.00", "LN-ST-MANY-" + i))
                .collect(Collectors.joining());

        assertThat(counts(JsonPath.from(post("st-4", report(batch)).body())))
                .isEqualTo("accepted 0, parked " + MANY + ", duplicate 0, ignored 0, refused 0");
    }

    @Test
    void whatCannotBeReadToItsEndCountsForNothing() {
        String whole = report(transaction("st-broken", "1.00", "LN-ST"));

        HttpResponse<String> answer = post("st-5", whole.substring(0, whole.length() - 20));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonPath.from(answer.body()).getString("detail")).contains("well-formed XML", "at line 2");
        assertThat(new TopicRecords(bootstrapServers).idsOf("st-broken")).isEmpty();
        assertThat(post("st-6", "<!DOCTYPE a>" + whole).statusCode()).isEqualTo(400);
    }

    @Test
    void whoDidNotSignItOrSendsSomethingElseIsToldSo() {
        SignedPost signed = SignedPost.of("st-7", report("")).with("content-type", "application/xml");
        String huge = "<a>" + "x".repeat(20 << 20) + "</a>";

        assertThat(signed.with("webhook-signature", "v1,AAAA").to(statements).statusCode())
                .isEqualTo(401);
        assertThat(signed.with("content-type", "application/json")
                        .to(statements)
                        .statusCode())
                .isEqualTo(415);
        assertThat(signed.to(URI.create(statements.toString().replace("sandbox", "nobody")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("st-8", huge).statusCode()).isEqualTo(413);
        assertThat(signed.to(statements).statusCode()).isEqualTo(200);
    }

    @Test
    void whoDawdlesIsTurnedAwayAndTakesNobodysPlace() throws IOException {
        List<Socket> dawdlers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Socket socket = new Socket(statements.getHost(), statements.getPort());
            socket.getOutputStream()
                    .write(("POST " + statements.getPath()
                                    + " HTTP/1.1\r\nHost: here\r\nContent-Type: application/xml\r\n"
                                    + "Content-Length: 1000\r\n\r\n<Docu")
                            .getBytes(US_ASCII));
            dawdlers.add(socket);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> post("st-9", report("")).statusCode() == 200);

        for (Socket dawdler : dawdlers) {
            assertThat(new BufferedReader(new InputStreamReader(dawdler.getInputStream(), US_ASCII)).readLine())
                    .contains("503");
            dawdler.close();
        }
    }

    private HttpResponse<String> post(String webhookId, String report) {
        return SignedPost.of(webhookId, report)
                .with("content-type", "application/xml")
                .to(statements);
    }

    private static String counts(JsonPath receipt) {
        return "accepted " + receipt.getLong("accepted") + ", parked " + receipt.getLong("parked") + ", duplicate "
                + receipt.getLong("duplicate") + ", ignored " + receipt.getLong("ignored") + ", refused "
                + receipt.getLong("refused");
    }

    private static String report(String transactions) {
        return """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
               <GrpHdr><MsgId>MSG-9</MsgId></GrpHdr><Ntfctn><Ntry><Amt Ccy="KES">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
               <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-31</Dt></BookgDt><NtryDtls>%s</NtryDtls></Ntry></Ntfctn>\
               </BkToCstmrDbtCdtNtfctn></Document>""".formatted(transactions.isEmpty() ? transaction("st-any", "1.00", "LN-ANY") : transactions);
    }

    private static String transaction(String reference, String amount, String account) {
        return """
               <TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs><Amt Ccy="KES">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
               <RmtInf><Strd><CdtrRefInf><Ref>%s</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>""".formatted(reference, amount, account);
    }
}
