package io.latchkey.agent.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The reports that nobody has acknowledged yet, in the order of their numbers.
 *
 * @param lastSeq the number given last; numbers are never given twice, also after an acknowledgement
 */
public record Outbox(long lastSeq, List<Report> unacked) {

    /** A flood of garbage must not fill a phone: beyond this the least telling report goes. */
    public static final int CAPACITY = 200;

    public Outbox {
        unacked = List.copyOf(unacked);
        if (lastSeq < 0) {
            throw new IllegalArgumentException("lastSeq must be >= 0 but was " + lastSeq);
        }
    }

    static Outbox empty() {
        return new Outbox(0, List.of());
    }

    Outbox with(Enrollment self, Held held, Report.Detail detail, Instant at) {
        Report report = new Report(lastSeq + 1, self.number(), held.revision(), at, detail);
        List<Report> reports = new ArrayList<>(unacked);
        reports.add(report);
        if (reports.size() > CAPACITY) {
            reports.remove(leastTelling(reports));
        }
        return new Outbox(report.seq(), reports);
    }

    Outbox without(Predicate<Report> dropped) {
        List<Report> kept = new ArrayList<>(unacked);
        kept.removeIf(dropped);
        return new Outbox(lastSeq, kept);
    }

    Outbox acknowledged(Set<Long> seqs) {
        return without(report -> seqs.contains(report.seq()));
    }

    Report newest() {
        return unacked.get(unacked.size() - 1);
    }

    /** The oldest complaint about a token goes before anything that says what the handset did. */
    private static int leastTelling(List<Report> reports) {
        for (int i = 0; i < reports.size(); i++) {
            Report.Detail detail = reports.get(i).detail();
            if (detail instanceof Report.Refused || detail instanceof Report.Stale) {
                return i;
            }
        }
        return 0;
    }
}
