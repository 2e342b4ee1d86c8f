package io.latchkey.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.NeededNotice;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Policy.Step;
import io.latchkey.ingest.domain.Objection;
import io.latchkey.ingest.domain.Policies;
import io.latchkey.kit.http.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OvertakenPolicyTest {

    /** Lawful under the careful default, which held in India until it had a pack of its own. */
    private static final Policy OLD = new Policy(
            "indian",
            1,
            "IN",
            List.of(new Step(30, Stage.RESTRICTED, List.of(Restriction.CAMERA), List.of(new NeededNotice(23, 7)))));

    private static final Policy NEW = new Policy("indian", 2, "IN", List.of());
    private static final Instant BEFORE_IN_1 = Instant.parse("2026-09-30T12:00:00Z");
    private static final Instant UNDER_IN_1 = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void aNewLoanUnderAPolicyThatTheLawHasOvertakenIsObjectedToWithEachClauseAndTheRemedy() {
        List<Objection> objections = said(BEFORE_IN_1, OLD).objections();
        List<Objection> later = said(UNDER_IN_1, OLD).objections();

        assertThat(objections).isEmpty();
        assertThat(later).isNotEmpty().allSatisfy(objection -> {
            assertThat(objection.pointer()).isEqualTo("/data/policy");
            assertThat(objection.code()).contains("harsher-than-pack");
            assertThat(objection.detail())
                    .startsWith("indian@1 is harsher than the law by now; publish a version that keeps to IN@1: at /");
        });
        assertThat(later).extracting(Objection::clause).contains(Optional.of("IN@1/taken-not-before"));
    }

    @Test
    void theNewestVersionIsWhatCounts() {
        assertThat(said(UNDER_IN_1, OLD, NEW).objections()).isEmpty();
    }

    @Test
    void theDayIsTheOneOfTheLoansZone() {
        assertThat(said(Instant.parse("2026-09-30T18:29:59Z"), OLD).objections())
                .isEmpty();
        assertThat(said(Instant.parse("2026-09-30T18:30:00Z"), OLD).objections())
                .isNotEmpty();
    }

    @Test
    void whatElseIsWrongIsNamedTogetherWithIt() {
        ObjectNode body = Bodies.with(activation(), "/data/currency", "null");

        Reading.Wrong wrong = (Reading.Wrong) Bodies.reader().read(around(UNDER_IN_1, OLD), body);

        assertThat(wrong.errors()).extracting(FieldError::pointer).contains("/data/currency", "/data/policy");
    }

    private static Reading.Said said(Instant now, Policy... policies) {
        return (Reading.Said) Bodies.reader().read(around(now, policies), activation());
    }

    private static Surroundings around(Instant now, Policy... policies) {
        return new Surroundings(new PartnerId("sandbox"), new Policies(List.of(policies)), now);
    }

    private static ObjectNode activation() {
        ObjectNode body = Bodies.with(Bodies.activation(), "/data/policy", "'indian'");
        Bodies.with(body, "/data/timeZone", "'Asia/Kolkata'");
        return Bodies.with(body, "/data/jurisdiction", "'IN'");
    }
}
