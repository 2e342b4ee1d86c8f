package io.latchkey.gateway.app;

import io.latchkey.events.DeviceReport.EnrollmentCompleted;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Publishes enrollments that are committed and not yet confirmed by Kafka; after a crash, again. */
@ApplicationScoped
public class AnnounceEnrollments {

    private static final Logger LOG = Logger.getLogger(AnnounceEnrollments.class);

    private final Enrollments enrollments;
    private final ReportLog reportLog;
    private final SystemClock clock;

    /**
     * Wires the use case.
     *
     * @param enrollments where enrollments are kept
     * @param reportLog where they go
     * @param clock measures the hop
     */
    public AnnounceEnrollments(Enrollments enrollments, ReportLog reportLog, SystemClock clock) {
        this.enrollments = enrollments;
        this.reportLog = reportLog;
        this.clock = clock;
    }

    /** Announces in the background; what fails is tried again at the next turn. */
    public void soon() {
        all().subscribe().with(done -> {}, e -> LOG.warnf("Enrollments not announced yet reason=%s", e));
    }

    /**
     * Announces what waits.
     *
     * @return completes when Kafka has it and that is noted
     */
    public Uni<Void> all() {
        return enrollments
                .unannounced()
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : reportLog
                                .publish(waiting.stream().map(this::event).toList())
                                .chain(() -> enrollments.announced(waiting)));
    }

    private OutgoingEvent event(Enrollment enrollment) {
        EnrollmentCompleted event = new EnrollmentCompleted(
                enrollment.name().deviceId(),
                enrollment.name().enrollment(),
                enrollment.loanId(),
                enrollment.partnerId(),
                enrollment.enrolledAt(),
                enrollment.key().thumbprint());
        EventMeta meta = new EventMeta(
                enrollment.name().toString(),
                enrollment.enrolledAt(),
                clock.now(),
                Optional.empty(),
                TraceParent.root());
        return new OutgoingEvent(event, meta);
    }
}
