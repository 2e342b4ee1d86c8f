package io.latchkey.decision.app;

import io.latchkey.decision.domain.Recorded.Outcome;
import io.latchkey.events.LoanId;
import java.util.ArrayList;
import java.util.List;

/** What a human was called for. */
final class RecordingAlarm implements Alarm {

    final List<String> raised = new ArrayList<>();

    @Override
    public void explanationDiffers(LoanId loanId, long number, Outcome recorded, Outcome again) {
        raised.add(loanId + " " + number + ": " + words(recorded) + " or " + words(again));
    }

    private static String words(Outcome outcome) {
        return outcome.stage() + outcome.wanted().map(stage -> "/" + stage).orElse("");
    }
}
