package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets a human decide which of two enrollments is the phone. */
@ApplicationScoped
public class SettleContest {

    private static final Logger LOG = Logger.getLogger(SettleContest.class);

    private final Contests contests;
    private final AnnounceEnrollments announce;
    private final BusinessClock clock;

    /**
     * Wires the use case.
     *
     * @param contests where contests are kept
     * @param announce publishes the decision
     * @param clock dates it
     */
    public SettleContest(Contests contests, AnnounceEnrollments announce, BusinessClock clock) {
        this.contests = contests;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Decides. The same decision again has the same outcome, because an answer may be lost.
     *
     * @param deviceId the device
     * @param kept the enrollment that it is
     * @return the outcome after the commit
     */
    public Uni<Contests.Outcome> on(DeviceId deviceId, int kept) {
        return contests.settle(deviceId, kept, clock.now()).invoke(outcome -> {
            if (outcome instanceof Contests.Settled settled) {
                LOG.infof(
                        "Contest settled deviceId=%s kept=%d loanId=%s",
                        deviceId, kept, settled.contest().loanId());
                announce.soon();
            }
        });
    }

    /**
     * What waits for a decision.
     *
     * @param after the device that the page before ended with, or nothing for the first page
     * @param limit the most that are answered
     * @return contests by device
     */
    public Uni<List<Contests.Waiting>> waiting(Optional<DeviceId> after, int limit) {
        return contests.waiting(after, limit);
    }
}
