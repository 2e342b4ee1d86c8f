package io.latchkey.notice.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.events.EventJson;
import io.latchkey.kit.http.OperatorOnly;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.ProblemException;
import io.latchkey.kit.http.Problems;
import io.latchkey.notice.app.ReportBounce;
import io.latchkey.notice.app.UnavailableException;
import io.latchkey.notice.domain.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes word of letters that came back, from whoever reads the mailbox they come back to. For operators. */
@Path("/v1/bounces")
@OperatorOnly
public class BouncesResource {

    private static final ObjectMapper JSON = EventJson.mapper();
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final ReportBounce reportBounce;

    BouncesResource(ReportBounce reportBounce) {
        this.reportBounce = reportBounce;
    }

    /**
     * A letter came back.
     *
     * @param body {@code messageId}: the letter's Message-ID
     * @return 202 with the notice, once its failure is in Kafka
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> report(byte[] body) {
        MessageId letter = letterOf(body);
        return reportBounce
                .on(letter)
                .map(ignored -> Response.accepted(
                                new Failed(letter.noticeId(), letter.loanId().value()))
                        .build())
                .onFailure(UnavailableException.class)
                .recoverWithItem(
                        e -> Problems.unavailable("Kafka did not confirm the event; send the same again", AGAIN));
    }

    private static MessageId letterOf(byte[] body) {
        JsonNode field = object(body).path("messageId");
        if (field.isMissingNode() || field.isNull()) {
            throw wrong("is missing");
        }
        return Optional.of(field)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .flatMap(MessageId::parse)
                .orElseThrow(() -> wrong("must be the Message-ID of a letter of ours, as NoticeSent names it"));
    }

    private static JsonNode object(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body))
                    .filter(JsonNode::isObject)
                    .orElseThrow(BouncesResource::noObject);
        } catch (JacksonException e) {
            throw noObject();
        } catch (IOException e) {
            throw new IllegalStateException("an array of bytes can always be read", e);
        }
    }

    private static ProblemException noObject() {
        return new ProblemException(Problem.of(400, "the body must be a JSON object"));
    }

    private static ProblemException wrong(String detail) {
        return new ProblemException(Problem.unprocessable(List.of(new Problem.FieldError("/messageId", detail))));
    }

    /**
     * The notice that failed.
     *
     * @param noticeId the notice
     * @param loanId its loan
     */
    record Failed(String noticeId, String loanId) {}
}
