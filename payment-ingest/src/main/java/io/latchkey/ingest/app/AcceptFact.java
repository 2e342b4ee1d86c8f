package io.latchkey.ingest.app;

import io.latchkey.events.InstallmentEvent.LoanActivated;
import io.latchkey.events.LoanId;
import io.latchkey.ingest.domain.Amendment;
import io.latchkey.ingest.domain.Fact;
import io.latchkey.ingest.domain.Repetition;
import io.latchkey.ingest.domain.SealedContact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Accepts a fact once, however often it is sent: its keys are reserved with the very event, then Kafka gets it, then the
 * reservation is marked done. Whatever dies in between, the next repetition goes on from there with the same event.
 */
@ApplicationScoped
public class AcceptFact {

    private static final Logger LOG = Logger.getLogger(AcceptFact.class);

    private final Reservations reservations;
    private final InstallmentEvents topic;
    private final CompleteFeed feed;

    AcceptFact(Reservations reservations, InstallmentEvents topic, CompleteFeed feed) {
        this.reservations = reservations;
        this.topic = topic;
        this.feed = feed;
    }

    /**
     * Accepts a fact.
     *
     * @param arrival a checked request
     * @return what became of it; fails with {@link UnavailableException}, and then nothing was answered for
     */
    public Uni<Outcome> accept(Arrival arrival) {
        return arrival.fact() instanceof Amendment amendment
                ? loanOf(arrival).chain(loan -> acceptUnlessObjected(inCurrencyOf(loan, amendment, arrival)))
                : acceptUnlessObjected(arrival);
    }

    private Uni<Optional<LoanActivated>> loanOf(Arrival amending) {
        Keys activation = amending.keysOf(Fact.Activation.keyOf(((Fact.AboutLoan) amending.fact()).loanId()));
        return reservations.holders(activation).map(holders -> holders.ofFactKey()
                .map(held -> (LoanActivated) held.event().event()));
    }

    private static Arrival inCurrencyOf(Optional<LoanActivated> loan, Amendment amendment, Arrival arrival) {
        Optional<Currency> agreed = loan.map(LoanActivated::currency);
        return arrival.with(
                amendment.ofLoanIn(agreed), amendment.objection(agreed).stream().toList());
    }

    /** Only what is new can be objected to: a sender that lost an answer gets the first one. */
    private Uni<Outcome> acceptUnlessObjected(Arrival arrival) {
        if (arrival.objections().isEmpty()) {
            return acceptSound(arrival);
        }
        return reservations
                .holders(arrival.keys())
                .chain(holders -> holders.areNone()
                        ? Uni.createFrom().item(new Outcome.Objected(arrival.objections()))
                        : repeat(arrival));
    }

    private Uni<Outcome> acceptSound(Arrival arrival) {
        Reservation fresh = new Reservation(eventOf(arrival), arrival.fact().content(), false);
        return demandNoGap(arrival)
                .chain(() -> reservations.reserve(arrival.keys(), fresh))
                .chain(free -> free ? publish(fresh.event()) : repeat(arrival));
    }

    private Uni<Void> demandNoGap(Arrival arrival) {
        return arrival.fact() instanceof Fact.Watermark
                ? feed.demandNoGap(arrival.partnerId())
                : Uni.createFrom().voidItem();
    }

    private static AcceptedEvent eventOf(Arrival arrival) {
        return new AcceptedEvent(
                UUID.randomUUID().toString(),
                WireEvents.of(arrival),
                arrival.timestamp(),
                arrival.arrivedAt(),
                arrival.traceparent(),
                arrival.fact() instanceof Fact.Activation loan
                        ? loan.contact().map(SealedContact::wrappedKey)
                        : Optional.empty());
    }

    private Uni<Outcome> repeat(Arrival arrival) {
        return reservations.holders(arrival.keys()).chain(holders -> {
            Repetition repetition =
                    Repetition.of(arrival.fact(), holders.contentUnderWebhookId(), holders.contentUnderFactKey());
            return switch (repetition) {
                case Repetition.SameRequest same -> goOn(holders.ofWebhookId().orElseThrow());
                case Repetition.SameFact same ->
                    bindAndGoOn(arrival, holders.ofFactKey().orElseThrow());
                case Repetition.Conflict conflict ->
                    Uni.createFrom()
                            .item(new Outcome.Conflict(
                                    conflict.key(), conflict.pointers(), arrival.fact() instanceof Fact.Activation));
            };
        });
    }

    private Uni<Outcome> bindAndGoOn(Arrival arrival, Reservation held) {
        return reservations
                .bind(arrival.keys(), held.event().id())
                // Taken since we looked: then it is the webhook-id that decides.
                .chain(bound -> bound ? goOn(held) : repeat(arrival));
    }

    private Uni<Outcome> goOn(Reservation held) {
        if (held.done()) {
            return Uni.createFrom()
                    .item(new Outcome.Duplicate(held.event().id(), held.event().loanId()));
        }
        return publish(held.event());
    }

    private Uni<Outcome> publish(AcceptedEvent event) {
        return topic.publish(event)
                .chain(() -> reservations.markDone(event.id()))
                .invoke(first -> logOnce(event, first))
                .replaceWith(new Outcome.Accepted(event.id(), event.loanId()));
    }

    private static void logOnce(AcceptedEvent event, boolean first) {
        if (first) {
            LOG.infof(
                    "Event accepted eventId=%s loanId=%s partner=%s",
                    event.id(),
                    event.loanId().map(LoanId::value).orElse("-"),
                    event.event().partnerId());
        }
    }
}
