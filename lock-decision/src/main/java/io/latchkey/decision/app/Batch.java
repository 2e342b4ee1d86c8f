package io.latchkey.decision.app;

import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one poll brought, as far as it could be read.
 *
 * @param events in the order of their partitions
 * @param next the offset after the last record of each partition, read or not
 * @param watermarks how far partners' feeds are complete
 * @param approvals what supervisors approved
 * @param received the payments among it
 * @param <E> the kind of event
 */
public record Batch<E>(
        List<Incoming<E>> events,
        Map<Source, Long> next,
        List<Watermark> watermarks,
        List<Approval> approvals,
        List<Received> received) {

    /**
     * A partner's word about its feed, which is true for the partition that it stands in.
     *
     * @param partnerId the partner
     * @param source the partition
     * @param completeThrough every payment up to then was read before
     */
    public record Watermark(PartnerId partnerId, Source source, Instant completeThrough) {}

    /**
     * A supervisor's word on loans that found no place in their hour.
     *
     * @param partnerId the partner
     * @param batchId what is approved
     * @param by the supervisor, by a pseudonym
     * @param requestedAt business time
     * @param cause the record that says so
     */
    public record Approval(PartnerId partnerId, String batchId, String by, Instant requestedAt, Cause cause) {}

    /**
     * A payment, as one of its partner's feed.
     *
     * @param partnerId the partner
     * @param source the partition that it stands in
     * @param offset where it stands
     * @param acceptedAt when it was accepted, on the business clock
     */
    public record Received(PartnerId partnerId, Source source, long offset, Instant acceptedAt) {}

    /** Copies all. */
    public Batch {
        events = List.copyOf(events);
        next = Map.copyOf(next);
        watermarks = List.copyOf(watermarks);
        approvals = List.copyOf(approvals);
        received = List.copyOf(received);
    }

    /**
     * A batch that speaks of single loans or handsets only.
     *
     * @param events as above
     * @param next as above
     */
    public Batch(List<Incoming<E>> events, Map<Source, Long> next) {
        this(events, next, List.of(), List.of(), List.of());
    }

    /** Nothing in it concerns us. */
    boolean isOnlyProgress() {
        return events.isEmpty() && watermarks.isEmpty() && approvals.isEmpty();
    }

    /** What is noted of it beside what it says, without what the store has consumed already. */
    Intake intake(Map<Source, Long> consumed) {
        return new Intake(
                next,
                received.stream()
                        .filter(one -> one.offset() >= consumed.getOrDefault(one.source(), 0L))
                        .toList());
    }

    /** Leaves out what the store has consumed already: it was delivered again. */
    List<Incoming<E>> beyond(Map<Source, Long> consumed) {
        return events.stream()
                .filter(one -> one.offset() >= consumed.getOrDefault(one.source(), 0L))
                .toList();
    }
}
