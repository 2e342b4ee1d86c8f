package io.latchkey.gateway.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The topic of reports. */
public interface ReportLog {

    /**
     * Publishes reports in the order given.
     *
     * @param reports any; none is fine
     * @return completes when Kafka has all of them
     */
    Uni<Void> publish(List<OutgoingEvent> reports);
}
