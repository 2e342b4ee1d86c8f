package io.latchkey.decision.app;

import io.latchkey.events.FleetDecision;
import io.latchkey.events.FleetDecision.BatchProposed;
import io.latchkey.events.FleetDecision.BatchReleased;
import io.latchkey.events.FleetDecision.BrakeChanged;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import java.time.Instant;
import java.util.Optional;

/** Words as events what was decided about fleets. Ids follow from what was decided, as those of loans do. */
final class FleetWords {

    private FleetWords() {}

    static OutgoingEvent changed(WatchedBrake brake, Instant now, Instant seenAt) {
        PolicyKey policy = brake.policy();
        String name = policy.name() + "@" + policy.version();
        String id = "brake:" + policy.partnerId() + "/" + name + "/" + brake.partition() + ":" + brake.changes();
        BrakeChanged event = new BrakeChanged(
                policy.partnerId(), name, brake.partition(), brake.changes(), brake.isOn(), brake.cause(), now);
        return of(event, id, new Cause(id, TraceParent.root(), seenAt), now, Optional.empty());
    }

    /** What no record caused is caused by the clock: the hour's places are used up. */
    static OutgoingEvent proposed(Fleet.Proposal proposal, Instant now, Instant seenAt) {
        return of(
                new BatchProposed(proposal.partnerId(), proposal.batchId(), proposal.placesAnHour(), now),
                proposal.batchId() + ":proposed",
                new Cause(proposal.batchId(), TraceParent.root(), seenAt),
                now,
                Optional.empty());
    }

    static OutgoingEvent released(Release release, Cause cause, Instant now) {
        return of(
                new BatchReleased(release.partnerId(), release.batchId(), release.approvedBy(), now),
                release.batchId() + ":released",
                cause,
                now,
                Optional.of(cause.eventId()));
    }

    private static OutgoingEvent of(
            FleetDecision event, String id, Cause cause, Instant now, Optional<String> causation) {
        return new OutgoingEvent(
                event, new EventMeta(id, now, cause.seenAt(), causation, TraceParent.childOf(cause.traceparent())));
    }
}
