package io.latchkey.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What lock-decision decided about all handsets of a partner at once. */
public sealed interface FleetDecision extends Event {

    /**
     * The partner.
     *
     * @return the partner
     */
    PartnerId partnerId();

    @Override
    default Topic topic() {
        return Topic.LOAN_DECISIONS;
    }

    @Override
    default String key() {
        return partnerId().value();
    }

    /**
     * The partner's payments are too incomplete to take anything from a borrower, or are whole again.
     *
     * @param partnerId the partner
     * @param policy the policy whose limits were applied, for example {@code standard@1}
     * @param partition of installment-events, to whose loans it applies
     * @param number counts the changes of this brake, from 1
     * @param on true if nothing is taken now
     * @param cause a code in kebab-case: {@code no-watermark}, {@code feed-silent}, {@code parked-too-old},
     *     {@code parked-too-many}; nothing if the brake is off
     * @param changedAt business time
     */
    record BrakeChanged(
            PartnerId partnerId,
            String policy,
            int partition,
            long number,
            boolean on,
            Optional<String> cause,
            Instant changedAt)
            implements FleetDecision {}

    /**
     * More handsets than an hour allows would be escalated. What is above that waits until two different supervisors
     * approve.
     *
     * @param partnerId the partner
     * @param batchId names what waits
     * @param placesAnHour how many an hour allows
     * @param proposedAt business time
     */
    record BatchProposed(PartnerId partnerId, String batchId, long placesAnHour, Instant proposedAt)
            implements FleetDecision {}

    /**
     * Two different supervisors approved: what waited may go on, at the pace of the meter.
     *
     * @param partnerId the partner
     * @param batchId the batch
     * @param approvedBy who approved, in their order
     * @param releasedAt business time
     */
    record BatchReleased(PartnerId partnerId, String batchId, List<String> approvedBy, Instant releasedAt)
            implements FleetDecision {

        /** Copies the list. */
        public BatchReleased {
            approvedBy = List.copyOf(approvedBy);
        }
    }
}
