package io.latchkey.ingest.http;

import io.latchkey.ingest.IngestConfig;
import io.latchkey.ingest.app.AcceptReport;
import io.latchkey.ingest.app.BankReport;
import io.latchkey.ingest.app.BankReports;
import io.latchkey.ingest.app.Paces;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.app.ReportTally;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.app.UnreadableReportException;
import io.latchkey.ingest.domain.Authenticity;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.SpooledBody;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Where banks send their reports. Public, because each request proves its sender by its signature. */
@Path("/v1/partners/{partnerId}/statements")
class StatementsResource {

    private static final Logger LOG = Logger.getLogger(StatementsResource.class);
    private static final long MOST_BYTES = 20L << 20;
    private static final int MOST_AT_ONCE = 4;
    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Partners partners;
    private final Paces paces;
    private final BankReports reports;
    private final AcceptReport acceptReport;
    private final SystemClock systemClock;
    private final BusinessClock businessClock;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final Duration uploadWithin;

    StatementsResource(
            Partners partners,
            Paces paces,
            BankReports reports,
            AcceptReport acceptReport,
            SystemClock systemClock,
            BusinessClock businessClock,
            Vertx vertx,
            MeterRegistry meters,
            IngestConfig config) {
        this.partners = partners;
        this.paces = paces;
        this.reports = reports;
        this.acceptReport = acceptReport;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
        this.vertx = vertx;
        this.meters = meters;
        this.uploadWithin = config.uploadWithin();
    }

    /**
     * Receives a report. It has no entity parameter: the framework would read the body before the partner is known, and into
     * memory.
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
                .map(partner -> inAPlace(() -> receive(partner, request, arrivedAt)))
                .orElseGet(() -> answer(WebhookOutcome.UNKNOWN_PARTNER, "there is no such partner"))
                .onFailure(UnavailableException.class)
                .recoverWithItem(StatementsResource::unavailable)
                .onFailure(UnreadableReportException.class)
                .recoverWithItem(e -> Answers.problem(WebhookOutcome.NOT_JSON, "the body " + e.getMessage()));
    }

    /** Each one under way holds a file and a parser. */
    private Uni<Response> inAPlace(Supplier<Uni<? extends Response>> work) {
        if (!places.tryAcquire()) {
            return Uni.createFrom().failure(new UnavailableException(MOST_AT_ONCE + " reports are being read"));
        }
        return Uni.createFrom().<Response>deferred(work).onTermination().invoke(places::release);
    }

    private Uni<Response> receive(Partner partner, HttpServerRequest request, Instant arrivedAt) {
        WebhookHeaders headers = new WebhookHeaders(request.headers());
        if (!XML.contains(headers.mediaType())) {
            return answer(WebhookOutcome.NOT_JSON_TYPE, "send Content-Type: application/xml");
        }
        return UploadedBody.of(request, MOST_BYTES, uploadWithin, vertx).chain(uploaded -> uploaded.map(
                        body -> judge(partner, headers, body, arrivedAt)
                                .eventually(() -> onWorker(() -> {
                                    body.close();
                                    return body;
                                })))
                .orElseGet(() ->
                        answer(WebhookOutcome.TOO_LARGE, "the body must not be larger than " + MOST_BYTES + " bytes")));
    }

    private Uni<Response> judge(Partner partner, WebhookHeaders headers, SpooledBody body, Instant arrivedAt) {
        return onWorker(() -> Authenticity.of(headers.signed(body), partner.keys(), arrivedAt))
                .chain(authenticity -> switch (authenticity) {
                    case Authenticity.Refused refused -> answer(WebhookOutcome.NOT_AUTHENTIC, refused.detail());
                    case Authenticity.Genuine genuine ->
                        paces.spend(partner, arrivedAt)
                                .map(wait -> Uni.createFrom().item(Answers.tooOften(wait)))
                                .orElseGet(() -> accept(
                                        partner,
                                        body,
                                        new AcceptReport.Envelope(
                                                partner.id(),
                                                genuine.webhookId(),
                                                arrivedAt,
                                                businessClock.now(),
                                                headers.traceparent())));
                });
    }

    private Uni<Response> accept(Partner partner, SpooledBody body, AcceptReport.Envelope envelope) {
        return onWorker(() -> reports.open(partner, body)).chain(report -> acceptReport
                .accept(envelope, report)
                .invoke(tally -> LOG.infof(
                        "Report read partner=%s accepted=%d parked=%d duplicates=%d refused=%d",
                        partner.id(), tally.accepted(), tally.parked(), tally.duplicates(), tally.refused()))
                .invoke(this::count)
                .map(tally -> Response.ok(ReportReceipt.of(report.messageId(), tally), MediaType.APPLICATION_JSON_TYPE)
                        .build())
                .eventually(() -> closed(report)));
    }

    private void count(ReportTally tally) {
        count("accepted", tally.accepted());
        count("parked", tally.parked());
        count("duplicate", tally.duplicates());
        count("ignored", tally.passed());
        count("refused", tally.refused());
    }

    private void count(String outcome, long entries) {
        meters.counter("latchkey.report.entries", "outcome", outcome).increment((double) entries);
    }

    private static Uni<BankReport> closed(BankReport report) {
        return onWorker(() -> {
            report.close();
            return report;
        });
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Uni<Response> answer(WebhookOutcome outcome, String detail) {
        return Uni.createFrom().item(Answers.problem(outcome, detail));
    }

    private static Response unavailable(Throwable e) {
        LOG.warnf("Report turned away, to be sent again reason=%s cause=%s", e.getMessage(), e.getCause());
        return Answers.unavailable((UnavailableException) e);
    }
}
