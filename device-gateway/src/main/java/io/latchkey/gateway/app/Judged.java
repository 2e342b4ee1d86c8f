package io.latchkey.gateway.app;

import io.latchkey.events.DeviceReport;
import io.latchkey.gateway.domain.DropReason;

/** What became of a message on a report topic. */
sealed interface Judged {

    /**
     * The enrolled key signed it.
     *
     * @param superseded whether a newer enrollment had taken the place of this one
     */
    record Genuine(DeviceReport report, long seq, boolean superseded) implements Judged {}

    /** It goes no further. */
    record Dropped(DropReason reason) implements Judged {}
}
