package io.latchkey.decision.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.latchkey.decision.app.Explain;
import io.latchkey.decision.app.Explanation;
import io.latchkey.events.EventJson;
import io.latchkey.events.LoanId;
import io.latchkey.kit.http.OperatorOnly;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.ProblemException;
import io.latchkey.kit.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Why a loan stands where it stands, and where it stood. For operators. */
@Path("/v1/loans/{loanId}")
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
public class ExplainResource {

    private static final int LARGEST_PAGE = 200;
    private static final String UNKNOWN =
            "nothing ever named a loan of this id; loan ids stand in the answers of payment-ingest";

    /** Years of four digits: more than that the database could not tell either. */
    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Explain explain;

    ExplainResource(Explain explain) {
        this.explain = explain;
    }

    /**
     * Explains the decision that stood at a moment, and works it out again.
     *
     * @param loanId the loan
     * @param at RFC 3339, business time; now if it is left out
     * @return the decision and why; 404 if there is no such loan, or nothing was decided until then
     */
    @GET
    @Path("/explain")
    public Uni<Response> explain(@PathParam("loanId") String loanId, @QueryParam("at") Optional<String> at) {
        return explain.at(loanId(loanId), at.map(ExplainResource::moment)).map(outcome -> switch (outcome) {
            case Explanation.UnknownLoan none -> Problems.response(404, UNKNOWN);
            case Explanation.NothingBefore none -> Problems.response(404, nothing(none));
            case Explanation.Explained explained -> json(ExplanationAnswer.of(explained));
        });
    }

    /**
     * A page of a loan's decisions, the newest first.
     *
     * @param loanId the loan
     * @param before only decisions of a lower number
     * @param limit the most that are answered, 1 to 200; 50 if it is left out
     * @return decisions and, if there may be more, {@code next}
     */
    @GET
    @Path("/decisions")
    public Uni<Response> decisions(
            @PathParam("loanId") String loanId,
            @QueryParam("before") Optional<String> before,
            @QueryParam("limit") Optional<String> limit) {
        LoanId loan = loanId(loanId);
        long below = before.map(text -> number("before", text, Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
        int most = Math.toIntExact(
                limit.map(text -> number("limit", text, LARGEST_PAGE)).orElse(50L));
        return explain.decisions(loan, below, most)
                .map(page -> page.map(found -> json(DecisionsAnswer.of(loan, found, most)))
                        .orElseGet(() -> Problems.response(404, UNKNOWN)));
    }

    private static String nothing(Explanation.NothingBefore none) {
        return "nothing is on record that was decided until " + none.moment() + "; "
                + (none.pending() > 0
                        ? none.pending()
                                + " decisions have not come back from their topic yet: ask again in some seconds"
                        : "ask for a later moment");
    }

    /** As events are written: no absent fields, times as text. */
    private static Response json(Object answer) {
        try {
            return Response.ok(EventJson.mapper().writeValueAsBytes(answer)).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot write a " + answer.getClass().getSimpleName(), e);
        }
    }

    private static LoanId loanId(String text) {
        try {
            return new LoanId(text);
        } catch (IllegalArgumentException e) {
            throw bad("a loanId is ln_ and 32 digits out of 0-9 and a-f, as ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0", e);
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text, RFC_3339).toInstant();
        } catch (DateTimeException e) {
            throw bad(
                    "at must be an RFC 3339 time, as 2027-01-31T09:00:00Z, or with %2B for + as"
                            + " 2027-01-31T12:00:00%2B03:00",
                    e);
        }
    }

    private static long number(String name, String text, long largest) {
        String fix = name + " must be a whole number from 1" + (largest == Long.MAX_VALUE ? " on" : " to " + largest);
        try {
            long number = Long.parseLong(text);
            if (number < 1 || number > largest) {
                throw new ProblemException(Problem.of(400, fix));
            }
            return number;
        } catch (NumberFormatException e) {
            throw bad(fix, e);
        }
    }

    private static ProblemException bad(String fix, RuntimeException cause) {
        ProblemException problem = new ProblemException(Problem.of(400, fix));
        problem.initCause(cause);
        return problem;
    }
}
