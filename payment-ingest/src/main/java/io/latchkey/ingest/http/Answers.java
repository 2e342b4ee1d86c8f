package io.latchkey.ingest.http;

import io.latchkey.events.LoanId;
import io.latchkey.ingest.app.Outcome;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.domain.Objection;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.Problems;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says each outcome in HTTP. */
final class Answers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Answers() {}

    static Response of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted a -> receipt(WebhookOutcome.ACCEPTED, a.eventId(), a.loanId());
            case Outcome.Duplicate d -> receipt(WebhookOutcome.DUPLICATE, d.eventId(), d.loanId());
            case Outcome.Objected o ->
                wrongFields(o.objections().stream().map(Answers::error).toList());
            case Outcome.Conflict c -> problem(WebhookOutcome.CONFLICT, describe(c));
        };
    }

    static FieldError error(Objection objection) {
        return new FieldError(objection.pointer(), objection.detail(), objection.code(), objection.clause());
    }

    private static Response receipt(WebhookOutcome outcome, String eventId, Optional<LoanId> loanId) {
        return Response.status(outcome.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Receipt(eventId, loanId, outcome.tag()))
                .build();
    }

    private static String describe(Outcome.Conflict conflict) {
        String differences = "this " + conflict.key() + " was used before with other content at "
                + String.join(", ", conflict.pointers());
        return conflict.amendable() && !conflict.pointers().contains("/type")
                ? differences + "; use loan.amended"
                : differences;
    }

    static Response problem(WebhookOutcome outcome, String detail) {
        return Problems.response(outcome.status(), detail);
    }

    static Response wrongFields(List<FieldError> errors) {
        return Problems.unprocessable(errors);
    }

    static Response tooOften(Duration wait) {
        return Problems.tooMany(
                "more requests than the partner may send; nothing was accepted, send the same again",
                wait.plusSeconds(1)); // it is told in whole seconds
    }

    static Response unavailable(UnavailableException e) {
        return Problems.unavailable(e.getMessage() + "; nothing was accepted, send the same again", RETRY_AFTER);
    }
}
