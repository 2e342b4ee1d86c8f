package io.latchkey.decision.it;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.latchkey.events.LoanDecision.LoanWaiting;
import io.latchkey.events.LoanDecision.StageEntered;
import io.latchkey.events.LoanDecision.StageLeft;
import io.latchkey.events.Stage;
import io.latchkey.events.testing.Exchange;
import io.latchkey.events.testing.OpenApi;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.testing.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What was decided comes back from its topic and is explained over the wire. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ExplainIT {

    private static final OpenApi API = OpenApiContract.document();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void aLockIsExplainedInThePastAndAChangedRecordIsAnAlarm() throws SQLException {
        try (Wire wire = new Wire(bootstrapServers)) {
            Story loan = begun(wire);
            Told told = new Told(wire, loan);
            Told.walk("P48D");
            StageEntered locked = wire.await(StageEntered.class, one -> told.mine(one) && one.stage() == Stage.LOCKED);
            wire.send(loan.paid("arrears", 200));
            StageLeft left = told.decided(StageLeft.class);

            ValidatableResponse now = whenOnRecord(loan, left.number());
            now.body("decision.to", equalTo("CURRENT"))
                    .body("decision.reason", equalTo("arrears-paid"))
                    .body("workedOutAgain.agrees", equalTo(true));
            ValidatableResponse then = explain(loan, locked.decidedAt().toString());
            then.statusCode(200)
                    .body("decision.number", equalTo((int) locked.number()))
                    .body("because", hasItem("The stage went from RESTRICTED to LOCKED."))
                    .body("because", hasItem("The step standard@1/ladder/2 (LOCKED: kiosk) was reached."))
                    .body("workedOutAgain.agrees", equalTo(true))
                    .body("position.dpd", equalTo(45))
                    // The bank says that the money was paid long before: what is known today honestly differs.
                    .body("knownToday.position.dpd", equalTo(0));
            assertThat(differences()).isZero();

            change(loan, locked.number(), "\"dpd\":45", "\"dpd\":5");
            explain(loan, locked.decidedAt().toString())
                    .statusCode(200)
                    .body("decision.to", equalTo("LOCKED"))
                    .body("workedOutAgain.agrees", equalTo(false))
                    .body("workedOutAgain.stage", equalTo("REMINDED"));
            assertThat(differences()).isEqualTo(1);
        }
    }

    @Test
    void decisionsComeInPagesTheNewestFirst() {
        try (Wire wire = new Wire(bootstrapServers)) {
            Story loan = begun(wire);
            wire.send(loan.paid("a", 10));
            wire.send(loan.paid("b", 10));
            whenOnRecord(loan, 4);

            ValidatableResponse page = get("/v1/loans/" + loan.loanId() + "/decisions?limit=2");

            page.statusCode(200).body("decisions.number", equalTo(List.of(4, 3)));
            String next = page.extract().path("next");
            get(next).statusCode(200).body("decisions.number", equalTo(List.of(2, 1)));
            get("/v1/loans/" + loan.loanId() + "/decisions?before=1")
                    .statusCode(200)
                    .body("decisions", hasSize(0));
        }
    }

    @Test
    void aLoanThatWaitsIsExplainedToo() {
        try (Wire wire = new Wire(bootstrapServers)) {
            Story loan = Story.firstDueOn(LocalDate.parse("2099-01-01"));
            wire.send(Story.partner());
            wire.send(loan.enrolled(1));
            new Told(wire, loan).decided(LoanWaiting.class);

            whenOnRecord(loan, 1)
                    .body("because", hasItem(containsString("not-activated-yet")))
                    .body("workedOutAgain.impossible", containsString("no contract was judged"));
        }
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysWhy() {
        String unknown = "/v1/loans/ln_" + "f".repeat(32);
        get(unknown + "/explain").statusCode(404).body("detail", containsString("nothing ever named"));
        get(unknown + "/decisions").statusCode(404);
        get("/v1/loans/17/explain").statusCode(400).body("detail", containsString("ln_ and 32"));
        get(unknown + "/explain?at=yesterday").statusCode(400).body("detail", containsString("RFC 3339"));
        get(unknown + "/explain?at=%2B99999-01-01T00:00:00Z").statusCode(400);
        get(unknown + "/explain?at=2027-01-31T12:00:00.5%2B03:00").statusCode(404);
        get(unknown + "/decisions?limit=0").statusCode(400).body("detail", containsString("1 to 200"));
        get(unknown + "/decisions?before=x").statusCode(400);
        documented(unknown + "/explain", given().get(unknown + "/explain")).statusCode(401);
        try (Wire wire = new Wire(bootstrapServers)) {
            Story loan = begun(wire);
            whenOnRecord(loan, 2);
            explain(loan, "2001-01-01T00:00:00Z")
                    .statusCode(404)
                    .body("detail", containsString("ask for a later moment"));
        }
    }

    private Story begun(Wire wire) {
        wire.send(Story.partner());
        wire.completeFeed();
        wire.send(Story.policy(1));
        Story loan = Story.firstDueOn(
                LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusDays(2));
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        new Told(wire, loan).intent(1);
        return loan;
    }

    /** What is decided comes back from its topic within seconds. */
    private static ValidatableResponse whenOnRecord(Story loan, long number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Response answer = given().auth()
                    .oauth2(LocalServers.OPERATOR_TOKEN)
                    .get("/v1/loans/" + loan.loanId() + "/decisions?before=" + (number + 1) + "&limit=1");
            boolean there = answer.statusCode() == 200
                    && answer.jsonPath().getList("decisions").size() == 1
                    && answer.jsonPath().getLong("decisions[0].number") == number;
            if (there) {
                return get("/v1/loans/" + loan.loanId() + "/explain").statusCode(200);
            }
            assertThat(System.nanoTime()).as(answer.asString()).isLessThan(end);
        }
    }

    private static ValidatableResponse explain(Story loan, String at) {
        return get("/v1/loans/" + loan.loanId() + "/explain?at=" + at);
    }

    private static ValidatableResponse get(String path) {
        Response answer = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(LocalServers.OPERATOR_TOKEN)
                .get(path);
        return documented(path.split("\\?", 2)[0], answer);
    }

    private static ValidatableResponse documented(String path, Response answer) {
        API.check(new Exchange(
                "get",
                path,
                "",
                answer.statusCode(),
                answer.headers().asList().stream().collect(toMap(Header::getName, Header::getValue)),
                answer.asString()));
        return answer.then();
    }

    private static int differences() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("latchkey_explanations_differ_total"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void change(Story loan, long number, String from, String to) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update decision_record set content = replace(content, ?, ?) where loan_id = ? and number = ?")) {
            update.setString(1, from);
            update.setString(2, to);
            update.setString(3, loan.loanId().value());
            update.setLong(4, number);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
