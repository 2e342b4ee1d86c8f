package io.latchkey.ingest.app;

import static java.util.stream.Collectors.joining;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.domain.BankEntry;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.kit.work.FreshContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Accepts the entries of a bank's report, each as if a webhook had said it; so a report that is sent again, or that says what
 * webhooks said, has no effect. If something is away in the middle the whole is sent again.
 */
@ApplicationScoped
public class AcceptReport {

    private static final int AT_ONCE = 50;

    private final AcceptFact acceptFact;
    private final Reservations reservations;
    private final FreshContext contexts;

    AcceptReport(AcceptFact acceptFact, Reservations reservations, FreshContext contexts) {
        this.acceptFact = acceptFact;
        this.reservations = reservations;
        this.contexts = contexts;
    }

    /**
     * How a report came.
     *
     * @param partnerId who sent it
     * @param webhookId names the request
     * @param arrivedAt the system clock at its first byte
     * @param acceptedAt the business clock
     * @param traceparent the trace it belongs to
     */
    public record Envelope(
            PartnerId partnerId, String webhookId, Instant arrivedAt, Instant acceptedAt, String traceparent) {}

    /**
     * Accepts a report.
     *
     * @param envelope how it came
     * @param report its entries; left open
     * @return what became of them; fails with {@link UnavailableException}, and then the same must be sent again
     */
    public Uni<ReportTally> accept(Envelope envelope, BankReport report) {
        ReportTally tally = new ReportTally();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> report.next(AT_ONCE))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .whilst(entries -> !entries.isEmpty())
                .onItem()
                .transformToUniAndConcatenate(entries -> accept(envelope, entries, tally))
                .onItem()
                .ignoreAsUni()
                .replaceWith(tally);
    }

    /** Two entries of one payment may race: whoever reserves it second finds the first. */
    private Uni<Void> accept(Envelope envelope, List<BankEntry> entries, ReportTally tally) {
        return Uni.join()
                .all(entries.stream().map(entry -> accept(envelope, entry)).toList())
                .andFailFast()
                .invoke(notes -> notes.forEach(note -> note.accept(tally)))
                .replaceWithVoid();
    }

    private Uni<Consumer<ReportTally>> accept(Envelope envelope, BankEntry entry) {
        return switch (entry) {
            case BankEntry.Passed passed -> Uni.createFrom().item(ReportTally::addPassed);
            case BankEntry.Unclear unclear ->
                Uni.createFrom().item(tally -> tally.addRefused(unclear.place(), unclear.reason()));
            case BankEntry.Told told -> {
                Arrival arrival = arrival(envelope, told);
                yield contexts.run(() -> acceptFact.accept(arrival).chain(outcome -> note(arrival, told, outcome)));
            }
        };
    }

    private static Arrival arrival(Envelope envelope, BankEntry.Told told) {
        return new Arrival(
                envelope.partnerId(),
                envelope.webhookId() + "#" + told.place(),
                told.fact(),
                List.of(),
                told.timestamp(),
                envelope.arrivedAt(),
                envelope.acceptedAt(),
                envelope.traceparent());
    }

    private Uni<Consumer<ReportTally>> note(Arrival arrival, BankEntry.Told told, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                isKnown(arrival, told.fact().loanId()).map(known -> tally -> tally.addAccepted(known));
            case Outcome.Duplicate duplicate -> Uni.createFrom().item(ReportTally::addDuplicate);
            case Outcome.Conflict conflict ->
                Uni.createFrom().item(tally -> tally.addRefused(told.place(), describe(conflict)));
            case Outcome.Objected objected -> throw new IllegalStateException("nobody objected to " + told.place());
        };
    }

    private static String describe(Outcome.Conflict conflict) {
        return "this " + conflict.key() + " was used before with another "
                + conflict.pointers().stream()
                        .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1))
                        .collect(joining(", "));
    }

    private Uni<Boolean> isKnown(Arrival arrival, LoanId loanId) {
        return reservations
                .holders(arrival.keysOf(Fact.Activation.keyOf(loanId)))
                .map(holders -> holders.ofFactKey().isPresent());
    }
}
