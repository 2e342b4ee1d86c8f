package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceReport;

/** When a handset must be told again: the retained token is a hint, what the handset says itself is the proof. */
public final class Restatement {

    private Restatement() {}

    /**
     * Tells whether the newest token goes out again.
     *
     * @param report what the handset said
     * @param newestRevision the newest token known for it
     * @return true if the handset asks for it, or greets with less
     */
    public static boolean isDue(DeviceReport report, long newestRevision) {
        return switch (report) {
            case DeviceReport.RefreshRequested refresh -> true;
            case DeviceReport.HandsetSeen hello -> hello.signed().revision() < newestRevision;
            case DeviceReport.TokenApplied applied -> applied.signed().revision() < newestRevision;
            case DeviceReport.TokenRefused refused -> false;
            case DeviceReport.TamperReported tamper -> false;
            case DeviceReport.EnrollmentCompleted enrolled -> false;
            case DeviceReport.EnrollmentContested contested -> false;
            case DeviceReport.ContestSettled settled -> false;
        };
    }
}
