package io.latchkey.agent.app;

import io.latchkey.agent.domain.Report;

/** Puts a report under the handset's own signature. */
@FunctionalInterface
public interface ReportSigner {

    /** The signed report, ready for the wire. */
    byte[] sign(Report report);
}
