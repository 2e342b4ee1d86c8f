package io.latchkey.decision.http;

import io.latchkey.decision.app.DecisionSummary;
import io.latchkey.decision.app.Explanation.Explained;
import io.latchkey.decision.app.WorkedOutAgain;
import io.latchkey.decision.domain.Recorded.Outcome;
import io.latchkey.events.LoanDecision.Inputs;
import io.latchkey.events.Position;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An explanation as it goes out.
 *
 * @param loanId the loan
 * @param at the moment that was asked for
 * @param decision the decision that stood then
 * @param because why, in sentences
 * @param position the amounts and days that were judged
 * @param inputs all else that was weighed
 * @param workedOutAgain what it comes to when it is worked out again
 * @param knownToday what all facts known today say of that day
 * @param pending how many decisions were made that are not on record yet
 * @param links where to go on
 */
record ExplanationAnswer(
        String loanId,
        Instant at,
        DecisionSummary decision,
        List<String> because,
        Optional<Position> position,
        Optional<Inputs> inputs,
        Again workedOutAgain,
        Optional<Known> knownToday,
        long pending,
        Links links) {

    record Again(Optional<Boolean> agrees, Optional<Stage> stage, Optional<Stage> wanted, Optional<String> impossible) {

        static Again of(WorkedOutAgain again) {
            return switch (again) {
                case WorkedOutAgain.Impossible none ->
                    new Again(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(none.why()));
                case WorkedOutAgain.Done done -> {
                    Outcome outcome = done.recount().outcome();
                    yield new Again(
                            Optional.of(done.recount().agrees()),
                            Optional.of(outcome.stage()),
                            outcome.wanted(),
                            Optional.empty());
                }
            };
        }
    }

    record Known(Position position) {}

    record Links(String decisions, Optional<String> before) {}

    static ExplanationAnswer of(Explained explained) {
        DecisionSummary decision = DecisionSummary.of(explained.decision());
        String decisions = "/v1/loans/" + explained.loanId() + "/decisions";
        return new ExplanationAnswer(
                explained.loanId().value(),
                explained.moment(),
                decision,
                explained.because(),
                DecisionSummary.basisOf(explained.decision()).map(basis -> basis.position()),
                DecisionSummary.basisOf(explained.decision()).flatMap(basis -> basis.inputs()),
                Again.of(explained.again()),
                explained.knownToday().map(Known::new),
                explained.pending(),
                new Links(
                        decisions,
                        decision.number() > 1
                                ? Optional.of(decisions + "?before=" + decision.number())
                                : Optional.empty()));
    }
}
