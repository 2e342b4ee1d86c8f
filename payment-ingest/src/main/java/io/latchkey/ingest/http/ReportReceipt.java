package io.latchkey.ingest.http;

import io.latchkey.ingest.app.ReportTally;
import java.util.List;

/** What a bank gets for a report. Of the refusals the first thousand are named. */
record ReportReceipt(
        String messageId,
        long accepted,
        long parked,
        long duplicate,
        long ignored,
        long refused,
        List<Refusal> refusals) {

    /** An entry that was not accepted, and why. */
    record Refusal(String place, String detail) {}

    static ReportReceipt of(String messageId, ReportTally tally) {
        return new ReportReceipt(
                messageId,
                tally.accepted(),
                tally.parked(),
                tally.duplicates(),
                tally.passed(),
                tally.refused(),
                tally.refusals().stream()
                        .map(one -> new Refusal(one.place(), one.reason()))
                        .toList());
    }
}
