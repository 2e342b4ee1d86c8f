package io.latchkey.decision.app;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides a batch of events in one transaction: states, offsets and what is to be published are committed together, and
 * published right after. What frees is on its way with the commit of its own batch.
 */
@ApplicationScoped
public class DecideBatch {

    private final Loans loans;
    private final BusinessClock clock;
    private final Aftermath aftermath;

    DecideBatch(Loans loans, BusinessClock clock, Aftermath aftermath) {
        this.loans = loans;
        this.clock = clock;
        this.aftermath = aftermath;
    }

    /**
     * Decides.
     *
     * @param batch what one poll brought
     * @param putAside called before the commit with the records that the domain refused
     * @return completes after the commit; fails if nothing was kept, and then the same batch is to be tried again
     */
    public Uni<Void> on(Batch<LoanEvent> batch, Function<List<Refusal>, Uni<Void>> putAside) {
        if (batch.isOnlyProgress()) {
            return loans.advance(batch.next());
        }
        return loans.inTransaction(transaction -> decide(transaction, batch, putAside))
                .invoke(aftermath::of)
                .replaceWithVoid();
    }

    private Uni<Commitment> decide(
            Loans.Transaction transaction, Batch<LoanEvent> batch, Function<List<Refusal>, Uni<Void>> putAside) {
        return transaction.consumed(batch.next().keySet()).chain(consumed -> {
            List<Incoming<LoanEvent>> fresh = batch.beyond(consumed);
            List<LoanEvent> events = fresh.stream().map(Incoming::event).toList();
            return transaction.open(Reach.of(events), clock.now()).chain(docket -> {
                Instant now = clock.now();
                Outcome outcome = decideEach(fresh, docket, now);
                return releases(transaction, batch.approvals(), now)
                        .chain(released -> transaction.keep(
                                docket,
                                Stream.concat(outcome.announcements().stream(), released.stream())
                                        .toList(),
                                batch.intake(consumed),
                                now))
                        .call(() -> transaction.complete(batch.watermarks()))
                        .call(() -> putAside.apply(outcome.refusals()));
            });
        });
    }

    /** Keeps approvals, and words the releases that follow. */
    static Uni<List<OutgoingEvent>> releases(
            Loans.Transaction transaction, List<Batch.Approval> approvals, Instant now) {
        if (approvals.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction.approve(approvals, now).map(releases -> releases.stream()
                .map(release -> FleetWords.released(release, causeOf(release, approvals), now))
                .toList());
    }

    /** The approval that was still missing. */
    private static Cause causeOf(Release release, List<Batch.Approval> approvals) {
        return approvals.reversed().stream()
                .filter(one -> one.partnerId().equals(release.partnerId())
                        && one.batchId().equals(release.batchId()))
                .findFirst()
                .map(Batch.Approval::cause)
                .orElseThrow();
    }

    private static Outcome decideEach(List<Incoming<LoanEvent>> fresh, Docket docket, Instant now) {
        List<OutgoingEvent> announcements = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Incoming<LoanEvent> one : fresh) {
            try {
                announcements.addAll(Announcements.of(docket.decide(one.event(), now), one.cause(), now));
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException refused) {
                // The domain is pure: what it refuses once it refuses always, so a retry would only hold up the rest.
                refusals.add(new Refusal(one.source(), one.offset(), String.valueOf(refused.getMessage())));
            }
        }
        return new Outcome(announcements, refusals);
    }

    private record Outcome(List<OutgoingEvent> announcements, List<Refusal> refusals) {}
}
