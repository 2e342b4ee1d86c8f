package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.gateway.domain.EnrollmentCode;
import io.latchkey.gateway.domain.Ticket;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes one-time codes by which handsets enroll. */
@ApplicationScoped
public class OfferEnrollment {

    private static final Logger LOG = Logger.getLogger(OfferEnrollment.class);
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Enrollments enrollments;
    private final BusinessClock clock;

    /**
     * Wires the use case.
     *
     * @param enrollments where codes are kept
     * @param clock business time, by which a code expires
     */
    public OfferEnrollment(Enrollments enrollments, BusinessClock clock) {
        this.enrollments = enrollments;
        this.clock = clock;
    }

    /**
     * A new code and when it ends.
     *
     * @param code the code; it is kept nowhere
     * @param expiresAt business time
     */
    public record Offer(EnrollmentCode code, Instant expiresAt) {}

    /**
     * Makes a code; an older unused one of the loan no longer helps.
     *
     * @param partnerId the partner
     * @param loanId the loan
     * @param deviceId the handset, by its first IMEI
     * @param secondId by its second IMEI, if it has one
     * @return the offer after its commit
     */
    public Uni<Offer> on(PartnerId partnerId, LoanId loanId, DeviceId deviceId, Optional<DeviceId> secondId) {
        byte[] random = new byte[EnrollmentCode.RANDOM_BYTES];
        RANDOM.nextBytes(random);
        EnrollmentCode code = EnrollmentCode.of(random);
        Instant expiresAt = clock.now().plus(LIFETIME);
        Ticket ticket =
                new Ticket(code.hash(), partnerId, loanId, deviceId, secondId, expiresAt, false, Optional.empty());
        return enrollments
                .offer(ticket)
                .invoke(() ->
                        LOG.infof("Enrollment code made partner=%s loanId=%s deviceId=%s", partnerId, loanId, deviceId))
                .replaceWith(new Offer(code, expiresAt));
    }
}
