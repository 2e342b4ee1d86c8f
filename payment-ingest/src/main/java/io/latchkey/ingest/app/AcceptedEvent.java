package io.latchkey.ingest.app;

import io.latchkey.events.InstallmentEvent;
import io.latchkey.events.LoanId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it is published, and published again if need be: the same in every part.
 *
 * @param id its {@code ce_id}
 * @param event what goes on the topic
 * @param time what the partner's {@code timestamp} said first
 * @param recordedAt the system clock when the request's first byte came
 * @param traceparent the trace of the first request
 * @param wrappedKey the loan's key, which opens the contact in the event and must be in Kafka before it; nothing if there
 *     is no contact, or once both are in Kafka
 */
public record AcceptedEvent(
        String id,
        InstallmentEvent event,
        Instant time,
        Instant recordedAt,
        String traceparent,
        Optional<String> wrappedKey) {

    /**
     * An event that holds nothing personal.
     *
     * @param id its {@code ce_id}
     * @param event what goes on the topic
     * @param time what the partner's {@code timestamp} said first
     * @param recordedAt the system clock when the request's first byte came
     * @param traceparent the trace of the first request
     */
    public AcceptedEvent(String id, InstallmentEvent event, Instant time, Instant recordedAt, String traceparent) {
        this(id, event, time, recordedAt, traceparent, Optional.empty());
    }

    /**
     * The loan it is about.
     *
     * @return the loan, or nothing if it is about the feed
     */
    public Optional<LoanId> loanId() {
        return event instanceof InstallmentEvent.AboutLoan fact ? Optional.of(fact.loanId()) : Optional.empty();
    }
}
