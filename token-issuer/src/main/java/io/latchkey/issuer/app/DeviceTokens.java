package io.latchkey.issuer.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where signed tokens go. */
public interface DeviceTokens {

    /**
     * Publishes tokens, in the order given, and keeps trying.
     *
     * @param tokens events that carry tokens; none is fine
     * @return completes when all of them are safe
     */
    Uni<Void> publish(List<OutgoingEvent> tokens);
}
