package io.latchkey.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.Contests;
import io.latchkey.gateway.app.SettleContest;
import io.latchkey.gateway.domain.Contest;
import io.latchkey.gateway.domain.Contest.Settlement;
import io.latchkey.kit.http.OperatorOnly;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.ProblemException;
import io.latchkey.kit.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Devices that two enrollments claim: what waits for a decision, and the decision. For operators. */
@Path("/v1/contests")
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
public class ContestsResource {

    private static final int LARGEST_PAGE = 200;

    private final SettleContest settleContest;

    ContestsResource(SettleContest settleContest) {
        this.settleContest = settleContest;
    }

    /**
     * A page of contests that wait for a decision, by device.
     *
     * @param cursor {@code next} of the page before
     * @param limit the most that are answered, 1 to 200
     * @return contests and, if there may be more, {@code next}
     */
    @GET
    public Uni<Page> waiting(
            @QueryParam("cursor") Optional<String> cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new ProblemException(Problem.of(400, "limit must be 1 to " + LARGEST_PAGE));
        }
        return settleContest
                .waiting(cursor.map(ContestsResource::cursor), limit)
                .map(page -> Page.of(page, limit));
    }

    /**
     * Decides which enrollment the device is. The same decision again gets the same answer.
     *
     * @param device the device
     * @param body {@code keep}: the number of that enrollment
     * @return what holds now; 404 if nobody contests the device
     */
    @POST
    @Path("/{device}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> settle(@PathParam("device") String device, byte[] body) {
        DeviceId deviceId = deviceId(device, 404, "no device has such an id");
        RequestFields fields = RequestFields.of(body);
        Optional<Integer> keep = fields.demandNumber("keep");
        fields.check();
        return settleContest.on(deviceId, keep.orElseThrow()).map(outcome -> switch (outcome) {
            case Contests.Settled settled ->
                Response.ok(Decided.of(deviceId, settled.contest().settlement().orElseThrow()))
                        .build();
            case Contests.Uncontested none -> Problems.response(404, "nobody contests this device");
            case Contests.NoClaimant none ->
                Problems.unprocessable(List.of(new FieldError("/keep", "must be one of " + none.claimants())));
        });
    }

    private static DeviceId cursor(String text) {
        return deviceId(text, 400, "cursor must be the next of a page before");
    }

    private static DeviceId deviceId(String text, int status, String detail) {
        try {
            return new DeviceId(text);
        } catch (IllegalArgumentException e) {
            ProblemException problem = new ProblemException(Problem.of(status, detail));
            problem.initCause(e);
            throw problem;
        }
    }

    /**
     * A page.
     *
     * @param contests by device
     * @param next the cursor of the next page, if there may be one
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<Waiting> contests, Optional<String> next) {

        static Page of(List<Contests.Waiting> contests, int limit) {
            List<Waiting> page = contests.stream().map(Waiting::of).toList();
            return new Page(
                    page,
                    page.size() < limit
                            ? Optional.empty()
                            : Optional.of(page.get(limit - 1).deviceId()));
        }
    }

    /**
     * A contest that waits.
     *
     * @param deviceId the device
     * @param loanId the loan that the newer enrollment was for
     * @param partnerId the partner
     * @param enrollments the two that claim the device, the newer first
     * @param contestedAt business time
     */
    public record Waiting(
            String deviceId, String loanId, String partnerId, List<Integer> enrollments, String contestedAt) {

        static Waiting of(Contests.Waiting waiting) {
            Contest contest = waiting.contest();
            return new Waiting(
                    contest.deviceId().value(),
                    contest.loanId().value(),
                    contest.partnerId().value(),
                    waiting.claimants(),
                    contest.contestedAt().toString());
        }
    }

    /**
     * A decision.
     *
     * @param deviceId the device
     * @param kept the enrollment that it is
     * @param settledAt business time
     */
    public record Decided(String deviceId, int kept, String settledAt) {

        static Decided of(DeviceId deviceId, Settlement settlement) {
            return new Decided(
                    deviceId.value(), settlement.kept(), settlement.settledAt().toString());
        }
    }
}
