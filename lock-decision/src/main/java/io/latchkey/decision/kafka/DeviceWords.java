package io.latchkey.decision.kafka;

import io.latchkey.decision.app.DeviceWord;
import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.DeviceReport.ContestSettled;
import io.latchkey.events.DeviceReport.EnrollmentCompleted;
import io.latchkey.events.DeviceReport.EnrollmentContested;
import io.latchkey.events.DeviceReport.HandsetSeen;
import io.latchkey.events.DeviceReport.RefreshRequested;
import io.latchkey.events.DeviceReport.Signed;
import io.latchkey.events.DeviceReport.TamperReported;
import io.latchkey.events.DeviceReport.TokenApplied;
import io.latchkey.events.DeviceReport.TokenRefused;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.TamperSignal;
import java.util.Optional;

/** Reports as words of handsets; with {@link LoanEvents} the only file that knows both. */
final class DeviceWords {

    private static final String STALE = "stale";

    private DeviceWords() {}

    /** What a report says that concerns us: what the handset is, and what it holds. */
    static Optional<DeviceWord> of(DeviceReport report) {
        return switch (report) {
            case EnrollmentCompleted enrolled -> binding(enrolled).map(DeviceWord.Bound::new);
            case EnrollmentContested contested -> binding(contested).map(DeviceWord.Bound::new);
            case ContestSettled settled -> binding(settled).map(DeviceWord.Bound::new);
            case HandsetSeen seen -> holds(seen, seen.signed(), Optional.of(seen.stage()), false);
            case TokenApplied applied -> holds(applied, applied.signed(), Optional.empty(), false);
            case TokenRefused refused -> holds(refused, refused.signed(), Optional.empty(), keptItsOwn(refused));
            case TamperReported tampered ->
                TamperSignal.known(tampered.what()).map(signal -> new DeviceWord.Tampered(tampered.deviceId(), signal));
            case RefreshRequested asked -> Optional.empty();
        };
    }

    /** What a report changes of the enrollments that count; nothing if it changes none. */
    static Optional<LoanEvent.BindingChanged> binding(DeviceReport report) {
        return switch (report) {
            case EnrollmentCompleted enrolled -> Optional.of(LoanEvents.of(enrolled));
            case EnrollmentContested contested -> Optional.of(LoanEvents.of(contested));
            case ContestSettled settled -> Optional.of(LoanEvents.of(settled));
            default -> Optional.empty();
        };
    }

    /** A token of the very revision that it holds was refused as stale: then their contents differ. */
    private static boolean keptItsOwn(TokenRefused refused) {
        return refused.reason().equals(STALE)
                && refused.received().equals(Optional.of(refused.signed().revision()));
    }

    private static Optional<DeviceWord> holds(
            DeviceReport report, Signed signed, Optional<Stage> obeys, boolean deniesOurs) {
        return Optional.of(new DeviceWord.Holds(
                new HandsetWord(report.deviceId(), report.enrollment(), signed.revision(), obeys, deniesOurs)));
    }
}
