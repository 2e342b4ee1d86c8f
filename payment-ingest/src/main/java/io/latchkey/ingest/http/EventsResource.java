package io.latchkey.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.ingest.IngestConfig;
import io.latchkey.ingest.app.AcceptFact;
import io.latchkey.ingest.app.Arrival;
import io.latchkey.ingest.app.Paces;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.app.PolicyBook;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.domain.Authenticity;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.RawBody;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Where partners send what happens to their loans. Public, because each request proves its sender by its signature. */
@Path("/v1/partners/{partnerId}/events")
class EventsResource {

    private static final Logger LOG = Logger.getLogger(EventsResource.class);
    private static final int MOST_BYTES = 256 << 10;

    private final Partners partners;
    private final PolicyBook policies;
    private final Paces paces;
    private final FactReader reader;
    private final AcceptFact acceptFact;
    private final SystemClock systemClock;
    private final BusinessClock businessClock;
    private final MeterRegistry meters;
    private final Duration patience;

    EventsResource(
            Partners partners,
            PolicyBook policies,
            Paces paces,
            FactReader reader,
            AcceptFact acceptFact,
            SystemClock systemClock,
            BusinessClock businessClock,
            MeterRegistry meters,
            IngestConfig config) {
        this.partners = partners;
        this.policies = policies;
        this.paces = paces;
        this.reader = reader;
        this.acceptFact = acceptFact;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
        this.meters = meters;
        this.patience = config.answerWithin();
    }

    /**
     * Receives a webhook. It has no entity parameter: the framework would read the body before the partner is known, and
     * not to our limit.
     *
     * @param partnerId who it says it is from
     * @param request the raw request
     * @return the answer
     */
    @POST
    public Uni<Response> receive(@PathParam("partnerId") String partnerId, @Context HttpServerRequest request) {
        Instant arrivedAt = systemClock.now();
        return PartnerIds.read(partnerId)
                .flatMap(partners::find)
                .map(partner -> body(request).chain(body -> receive(partner, request, body, arrivedAt)))
                .orElseGet(() -> answer(WebhookOutcome.UNKNOWN_PARTNER, "there is no such partner"))
                .onFailure(UnavailableException.class)
                .recoverWithItem(EventsResource::unavailable)
                .invoke(this::count);
    }

    /** Whoever sends it drop by drop keeps a connection and no memory. */
    private Uni<Optional<RawBody>> body(HttpServerRequest request) {
        return BoundedBody.of(request, MOST_BYTES)
                .ifNoItem()
                .after(patience)
                .failWith(
                        () -> new UnavailableException("the body did not come within " + patience.toSeconds() + " s"));
    }

    private Uni<Response> receive(
            Partner partner, HttpServerRequest request, Optional<RawBody> body, Instant arrivedAt) {
        if (body.isEmpty()) {
            return answer(WebhookOutcome.TOO_LARGE, "the body must not be larger than " + MOST_BYTES + " bytes");
        }
        WebhookHeaders headers = new WebhookHeaders(request.headers());
        if (!headers.mediaType().equals("application/json")) {
            return answer(WebhookOutcome.NOT_JSON_TYPE, "send Content-Type: application/json");
        }
        return switch (Authenticity.of(headers.signed(body.get()), partner.keys(), arrivedAt)) {
            case Authenticity.Refused refused -> answer(WebhookOutcome.NOT_AUTHENTIC, refused.detail());
            case Authenticity.Genuine genuine ->
                paces.spend(partner, arrivedAt)
                        .map(EventsResource::tooOften)
                        .orElseGet(() -> read(
                                partner,
                                body.get(),
                                said -> new Arrival(
                                        partner.id(),
                                        genuine.webhookId(),
                                        said.fact(),
                                        said.objections(),
                                        said.timestamp(),
                                        arrivedAt,
                                        businessClock.now(),
                                        headers.traceparent())));
        };
    }

    private Uni<Response> read(Partner partner, RawBody body, Function<Reading.Said, Arrival> arrival) {
        Optional<JsonNode> json = StrictJson.parse(body.bytes());
        if (json.isEmpty()) {
            return answer(WebhookOutcome.NOT_JSON, StrictJson.EXPECTATION);
        }
        return switch (reader.read(surroundings(partner), json.get())) {
            case Reading.Wrong wrong -> Uni.createFrom().item(Answers.wrongFields(wrong.errors()));
            case Reading.Said said -> accept(arrival.apply(said));
        };
    }

    private Surroundings surroundings(Partner partner) {
        return new Surroundings(partner.id(), policies.of(partner.id()), businessClock.now());
    }

    /** A webhook may stand behind others that hang; its own time is over all the same. */
    private Uni<Response> accept(Arrival arrival) {
        return acceptFact
                .accept(arrival)
                .ifNoItem()
                .after(patience)
                .failWith(() -> new UnavailableException("it took too long"))
                .map(Answers::of);
    }

    private static Uni<Response> tooOften(Duration wait) {
        return Uni.createFrom().item(Answers.tooOften(wait));
    }

    private static Uni<Response> answer(WebhookOutcome outcome, String detail) {
        return Uni.createFrom().item(Answers.problem(outcome, detail));
    }

    private static Response unavailable(UnavailableException e) {
        // No stack trace: there is one of these for every request while the outage lasts.
        LOG.warnf("Webhook turned away, to be sent again reason=%s cause=%s", e.getMessage(), e.getCause());
        return Answers.unavailable(e);
    }

    private void count(Response response) {
        String outcome = WebhookOutcome.ofStatus(response.getStatus()).tag();
        meters.counter("latchkey.webhooks", "outcome", outcome).increment();
    }
}
