package io.latchkey.gateway.app;

import io.latchkey.events.DeviceReport;
import io.latchkey.events.DeviceReport.ContestSettled;
import io.latchkey.events.DeviceReport.EnrollmentCompleted;
import io.latchkey.events.DeviceReport.EnrollmentContested;
import io.latchkey.gateway.domain.Contest;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Publishes enrollments and contests that are committed and not yet confirmed by Kafka; after a crash, again. One turn at
 * a time, or two would publish the same.
 */
@ApplicationScoped
public class AnnounceEnrollments {

    private static final Logger LOG = Logger.getLogger(AnnounceEnrollments.class);

    private final Enrollments enrollments;
    private final Contests contests;
    private final ReportLog reportLog;
    private final SystemClock clock;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Wires the use case.
     *
     * @param enrollments where enrollments are kept
     * @param contests where contests are kept
     * @param reportLog where they go
     * @param clock measures the hop
     */
    public AnnounceEnrollments(Enrollments enrollments, Contests contests, ReportLog reportLog, SystemClock clock) {
        this.enrollments = enrollments;
        this.contests = contests;
        this.reportLog = reportLog;
        this.clock = clock;
    }

    /** Announces in the background; what fails is tried again at the next turn. */
    public void soon() {
        if (asked.getAndIncrement() == 0) {
            turn();
        }
    }

    /** Whoever asks during a turn may have committed too late for it: then there is one more. */
    private void turn() {
        int served = asked.get();
        newEnrollments()
                .chain(this::newContests)
                .onFailure()
                .invoke(e -> LOG.warnf("Enrollments not announced yet reason=%s", e))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(done -> {
                    if (asked.addAndGet(-served) > 0) {
                        turn();
                    }
                });
    }

    private Uni<Void> newEnrollments() {
        return enrollments
                .unannounced()
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : reportLog
                                .publish(waiting.stream().map(this::event).toList())
                                .chain(() -> enrollments.announced(waiting)));
    }

    private Uni<Void> newContests() {
        return contests.unannounced()
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : reportLog
                                .publish(waiting.stream().flatMap(this::events).toList())
                                .chain(() -> contests.announced(waiting)));
    }

    private OutgoingEvent event(Enrollment enrollment) {
        EnrollmentCompleted event = new EnrollmentCompleted(
                enrollment.name().deviceId(),
                enrollment.name().enrollment(),
                enrollment.loanId(),
                enrollment.partnerId(),
                enrollment.enrolledAt(),
                enrollment.key().thumbprint(),
                Optional.of(enrollment.key().spki()),
                enrollment.secondId());
        return outgoing(enrollment.name().toString(), event, enrollment.enrolledAt());
    }

    private Stream<OutgoingEvent> events(Contest contest) {
        String id = contest.deviceId() + "/" + contest.enrollment();
        EnrollmentContested opened = new EnrollmentContested(
                contest.deviceId(),
                contest.enrollment(),
                contest.rival(),
                contest.loanId(),
                contest.partnerId(),
                contest.contestedAt());
        return Stream.concat(
                Stream.of(outgoing(id + ":contested", opened, contest.contestedAt())),
                contest.settlement().stream()
                        .map(end -> outgoing(
                                id + ":settled",
                                new ContestSettled(
                                        contest.deviceId(),
                                        end.enrollment(),
                                        end.kept(),
                                        contest.loanId(),
                                        contest.partnerId(),
                                        end.settledAt()),
                                end.settledAt())));
    }

    private OutgoingEvent outgoing(String id, DeviceReport event, Instant at) {
        return new OutgoingEvent(event, new EventMeta(id, at, clock.now(), Optional.empty(), TraceParent.root()));
    }
}
