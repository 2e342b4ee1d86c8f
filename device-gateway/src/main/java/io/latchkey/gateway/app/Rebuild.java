package io.latchkey.gateway.app;

import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.DeviceReport.ContestSettled;
import io.latchkey.events.DeviceReport.EnrollmentCompleted;
import io.latchkey.events.DeviceReport.EnrollmentContested;
import io.latchkey.events.DeviceToken;
import io.latchkey.events.Topic;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.HandsetKey;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.HandsetToken;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.Inbound;
import io.latchkey.kit.kafka.TopicArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Builds a lost database again from what everyone was told of handsets, and from their tokens. Enrollment codes are known to
 * nobody but this service: those that nobody used are void, and the lender offers new ones.
 */
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final TopicArchive topics;
    private final LostRegister register;
    private final SystemClock clock;

    Rebuild(TopicArchive topics, LostRegister register, SystemClock clock) {
        this.topics = topics;
        this.register = register;
        this.clock = clock;
    }

    /** Rebuilds if the database is empty and the topics are not; to be called before any handset is heard. */
    public void ifNeeded() {
        register.fillIfEmpty(pen -> {
            if (!topics.holds(Topic.DEVICE_REPORTS)) {
                return;
            }
            Instant begun = clock.now();
            LOG.info("The database knows no handset, the topics do: it is built again from them");
            Reader reader = new Reader(pen);
            topics.facts(Topic.DEVICE_REPORTS, reader::reports);
            reader.end();
            topics.facts(
                    Topic.DEVICE_TOKENS,
                    facts -> pen.carried(facts.stream().map(Rebuild::token).toList()));
            LOG.infof(
                    "The database is built again millis=%d",
                    Duration.between(begun, clock.now()).toMillis());
        });
    }

    private static HandsetToken token(Inbound.Fact fact) {
        // The codec lets nothing but a token through on this topic.
        DeviceToken token = (DeviceToken) fact.event();
        return new HandsetToken(token.deviceId(), token.revision(), token.token());
    }

    /** Remembers only those few devices that were ever contested. */
    private static final class Reader {

        private final LostRegister.Pen pen;
        private final Map<DeviceId, Bindings> contested = new HashMap<>();
        private int withoutKey;

        Reader(LostRegister.Pen pen) {
            this.pen = pen;
        }

        void reports(List<Inbound.Fact> facts) {
            List<Enrollment> enrollments = new ArrayList<>();
            for (Inbound.Fact fact : facts) {
                switch ((DeviceReport) fact.event()) {
                    case EnrollmentCompleted completed -> enrolled(completed, enrollments);
                    case EnrollmentContested opened -> contested(opened);
                    case ContestSettled settled -> settled(settled);
                    default -> {
                        // What a handset says binds nothing.
                    }
                }
            }
            pen.enrolled(enrollments);
        }

        private void enrolled(EnrollmentCompleted completed, List<Enrollment> enrollments) {
            contested.computeIfPresent(completed.deviceId(), (device, known) -> known.enrolled(completed.enrollment()));
            completed
                    .publicKey()
                    .ifPresentOrElse(key -> enrollments.add(enrollment(completed, key)), () -> withoutKey++);
        }

        private static Enrollment enrollment(EnrollmentCompleted completed, String publicKey) {
            return new Enrollment(
                    new HandsetName(completed.deviceId(), completed.enrollment()),
                    completed.loanId(),
                    completed.partnerId(),
                    completed.secondDeviceId(),
                    completed.enrolledAt(),
                    new HandsetKey(publicKey, completed.keyThumbprint()),
                    Optional.empty());
        }

        private void contested(EnrollmentContested opened) {
            contested.merge(
                    opened.deviceId(),
                    Bindings.NONE.contested(opened.enrollment(), opened.rival()),
                    (known, unused) -> known.contested(opened.enrollment(), opened.rival()));
            pen.contested(opened);
        }

        private void settled(ContestSettled settled) {
            contested.computeIfPresent(
                    settled.deviceId(), (device, known) -> known.settled(settled.enrollment(), settled.kept()));
            pen.settled(settled);
        }

        void end() {
            pen.bound(contested);
            if (withoutKey > 0) {
                LOG.warnf(
                        "Enrollments were told without their keys, these handsets have to enroll again count=%d",
                        withoutKey);
            }
        }
    }
}
