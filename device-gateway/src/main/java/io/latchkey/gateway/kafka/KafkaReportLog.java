package io.latchkey.gateway.kafka;

import io.latchkey.gateway.app.ReportLog;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Publishes on {@code device-reports}. Whoever calls keeps what is not confirmed and calls again. */
@ApplicationScoped
class KafkaReportLog implements ReportLog {

    private final EventPublisher publisher;

    KafkaReportLog(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Uni<Void> publish(List<OutgoingEvent> reports) {
        return publisher.publish(reports);
    }
}
