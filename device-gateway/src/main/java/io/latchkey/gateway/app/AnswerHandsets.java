package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.Restatement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** What handsets hear back: which reports are safe, and the newest token if they know less. */
@ApplicationScoped
public class AnswerHandsets {

    private static final Logger LOG = Logger.getLogger(AnswerHandsets.class);

    private final HandsetLink link;
    private final CarriedTokens carried;

    /**
     * Wires the use case.
     *
     * @param link the way to handsets
     * @param carried the newest tokens
     */
    public AnswerHandsets(HandsetLink link, CarriedTokens carried) {
        this.link = link;
        this.carried = carried;
    }

    /** The next batch does not wait for answers: a handset that missed its own sends again. */
    void soon(List<Judged.Genuine> genuine) {
        link.acknowledge(TakeReports.seqs(genuine))
                .subscribe()
                .with(done -> {}, e -> LOG.warnf("Handsets not told yet, they will send again reason=%s", e));
        restate(genuine).subscribe().with(done -> {}, e -> LOG.warnf("Newest tokens not published again reason=%s", e));
    }

    /** Almost every report says the newest revision: tokens are read for the few that say less. */
    private Uni<Void> restate(List<Judged.Genuine> genuine) {
        return carried.revisions(genuine.stream()
                        .map(one -> one.report().deviceId())
                        .distinct()
                        .toList())
                .map(revisions -> revisions.entrySet().stream()
                        .filter(newest -> isMissedBy(genuine, newest.getKey(), newest.getValue()))
                        .map(Map.Entry::getKey)
                        .toList())
                .chain(carried::newest)
                .chain(link::publish);
    }

    private static boolean isMissedBy(List<Judged.Genuine> genuine, DeviceId deviceId, long revision) {
        return genuine.stream()
                .map(Judged.Genuine::report)
                .anyMatch(report -> report.deviceId().equals(deviceId) && Restatement.isDue(report, revision));
    }
}
