package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.EnrollmentCode;
import io.latchkey.gateway.domain.HandsetKey;
import io.latchkey.gateway.domain.ProvisioningKeys;
import io.latchkey.gateway.domain.Redemption;
import io.latchkey.gateway.domain.Renewal;
import io.latchkey.gateway.domain.Ticket;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Binds a handset's key to its device, once a code. */
@ApplicationScoped
public class EnrollHandset {

    private static final Logger LOG = Logger.getLogger(EnrollHandset.class);

    private final Enrollments enrollments;
    private final CertificateAuthority authority;
    private final AnnounceEnrollments announce;
    private final ProvisioningKeys provisioningKeys;
    private final BusinessClock businessClock;
    private final SystemClock systemClock;

    /**
     * Wires the use case.
     *
     * @param enrollments where codes and enrollments are kept
     * @param authority issues the certificate
     * @param announce publishes the enrollment
     * @param provisioningKeys prove that a wiped phone is its partner's
     * @param businessClock judges the code
     * @param systemClock dates the certificate
     */
    public EnrollHandset(
            Enrollments enrollments,
            CertificateAuthority authority,
            AnnounceEnrollments announce,
            ProvisioningKeys provisioningKeys,
            BusinessClock businessClock,
            SystemClock systemClock) {
        this.enrollments = enrollments;
        this.authority = authority;
        this.announce = announce;
        this.provisioningKeys = provisioningKeys;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /**
     * Enrolls a handset. The same code and key again get the same enrollment, because an answer may be lost.
     *
     * @param shownId the id that the shown IMEI gives
     * @param code the code
     * @param key the key to enroll, whose possession was proved
     * @return the enrollment after its commit, or why the code does not help
     */
    public Uni<Enrollments.Outcome> on(DeviceId shownId, EnrollmentCode code, HandsetKey key) {
        Instant now = businessClock.now();
        return enrollments
                .redeem(
                        code.hash(),
                        ticket -> judge(ticket, shownId, key, now),
                        (ticket, number) -> certified(ticket.enrollment(number, key, now)))
                .map(this::complete)
                .invoke(this::announceIfEnrolled);
    }

    /**
     * Enrolls a phone again that was wiped. The same key again gets the same enrollment.
     *
     * @param shownId the id that the shown IMEI gives
     * @param provisioningKey the key that it was told when it was set up
     * @param key the key to enroll, whose possession was proved
     * @return the enrollment after its commit, or why the key does not help
     */
    public Uni<Enrollments.Outcome> again(DeviceId shownId, String provisioningKey, HandsetKey key) {
        Instant now = businessClock.now();
        return enrollments
                .renew(
                        shownId,
                        newest -> Renewal.judge(newest, provisioningKeys, provisioningKey, key.thumbprint()),
                        (before, number) -> certified(before.renewed(number, key, now)))
                .map(this::complete)
                .invoke(this::announceIfEnrolled);
    }

    private static Redemption judge(Optional<Ticket> ticket, DeviceId shownId, HandsetKey key, Instant now) {
        return ticket.map(known -> known.redeem(shownId, key.thumbprint(), now)).orElse(Redemption.Refusal.UNKNOWN);
    }

    private Enrollment certified(Enrollment enrollment) {
        return enrollment.certified(authority.issue(enrollment.name(), enrollment.key(), systemClock.now()));
    }

    /** Who comes again after a rebuild is given another certificate for the same name and key. */
    private Enrollments.Outcome complete(Enrollments.Outcome outcome) {
        return outcome instanceof Enrollments.Enrolled enrolled
                        && enrolled.enrollment().certificate().isEmpty()
                ? new Enrollments.Enrolled(certified(enrolled.enrollment()))
                : outcome;
    }

    /** The handset does not wait for Kafka: the row waits instead, and is published until Kafka has it. */
    private void announceIfEnrolled(Enrollments.Outcome outcome) {
        if (outcome instanceof Enrollments.Enrolled enrolled) {
            LOG.infof(
                    "Handset enrolled deviceId=%s enrollment=%d loanId=%s",
                    enrolled.enrollment().name().deviceId(),
                    enrolled.enrollment().name().enrollment(),
                    enrolled.enrollment().loanId());
            announce.soon();
        }
    }
}
