package io.latchkey.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;

/** Asks lock-decision why a loan stands where it stands. */
public final class ExplainClient {

    private final RunningStack stack;

    /**
     * The explanations of a stack.
     *
     * @param stack the stack
     */
    public ExplainClient(RunningStack stack) {
        this.stack = stack;
    }

    /**
     * Asks about now.
     *
     * @param loanId the loan
     * @return the explanation of its last decision
     */
    public Explanation now(String loanId) {
        JsonNode answer = Http.send(HttpRequest.newBuilder(stack.decision().resolve("/v1/loans/" + loanId + "/explain"))
                        .header("authorization", "Bearer " + stack.operatorToken())
                        .GET())
                .body();
        return new Explanation(
                answer.path("pending").asLong(),
                answer.path("workedOutAgain").path("agrees").asBoolean(),
                answer.path("because").valueStream().map(JsonNode::asText).toList());
    }

    /**
     * An explanation.
     *
     * @param pending how many decisions are not on record yet
     * @param agrees whether the decision came out the same when it was worked out again
     * @param because why, in sentences
     */
    public record Explanation(long pending, boolean agrees, List<String> because) {}
}
