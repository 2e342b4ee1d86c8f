package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jboss.logging.Logger;

/** Notices that an enrollment turns up although a newer one took its place: then two claim to be one phone. */
@ApplicationScoped
public class NoticeRivals {

    private static final Logger LOG = Logger.getLogger(NoticeRivals.class);

    private final Contests contests;
    private final AnnounceEnrollments announce;
    private final BusinessClock clock;

    /**
     * Wires the use case.
     *
     * @param contests where contests are kept
     * @param announce publishes them
     * @param clock dates them
     */
    public NoticeRivals(Contests contests, AnnounceEnrollments announce, BusinessClock clock) {
        this.contests = contests;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Notices.
     *
     * @param rivals enrollments that turned up; almost always none
     * @return completes after the commit
     */
    public Uni<Void> on(Collection<HandsetName> rivals) {
        if (rivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        rivals.forEach(rival -> LOG.warnf(
                "A superseded enrollment turned up deviceId=%s enrollment=%d", rival.deviceId(), rival.enrollment()));
        return contests.open(rivals, clock.now()).invoke(announce::soon);
    }
}
