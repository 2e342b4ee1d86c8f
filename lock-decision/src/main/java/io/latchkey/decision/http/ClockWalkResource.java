package io.latchkey.decision.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.decision.app.ClockWalk;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.http.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;

/** Moves the business clock of a local stack. Public there, for its user; elsewhere it does not exist. */
@Path("/local/clock")
public class ClockWalkResource {

    private final ClockWalk walk;
    private final BusinessClock clock;
    private final DecisionConfig config;
    private final ObjectMapper json;

    ClockWalkResource(ClockWalk walk, BusinessClock clock, DecisionConfig config, ObjectMapper json) {
        this.walk = walk;
        this.clock = clock;
        this.config = config;
        this.json = json;
    }

    /**
     * Walks the clock forward, and answers when all that fell due on the way is decided and published.
     *
     * @param body {@code {"advance":"P31D"}} or {@code {"now":"2027-01-31T09:00:00Z"}}
     * @return the time then
     */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response move(byte[] body) {
        if (!config.localClock()) {
            return Problems.response(404, "the business clock can be seen and moved on a local stack only");
        }
        try {
            return switch (ClockRequest.of(json.readTree(body), clock.now())) {
                case ClockRequest.Invalid invalid -> Problems.unprocessable(invalid.errors());
                case ClockRequest.Walk asked -> walk(asked);
            };
        } catch (JsonProcessingException notJson) {
            return Problems.response(400, "the body is not JSON");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private Response walk(ClockRequest.Walk asked) {
        return walk.to(asked.destination())
                ? Response.ok(new Shown(clock.now(), clock.offset())).build()
                : Problems.response(409, "the business clock only moves forward; it shows " + clock.now());
    }

    /**
     * What the clock shows.
     *
     * @param now business time
     * @param offset how far it is ahead of the system clock
     */
    public record Shown(Instant now, Duration offset) {}
}
