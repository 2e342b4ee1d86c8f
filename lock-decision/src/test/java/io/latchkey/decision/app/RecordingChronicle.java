package io.latchkey.decision.app;

import io.latchkey.events.LoanId;
import io.latchkey.kit.kafka.OutgoingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What operators were told. */
final class RecordingChronicle implements Chronicle {

    final List<OutgoingEvent> noted = new ArrayList<>();
    final List<String> clock = new ArrayList<>();
    final List<LoanId> failedTurns = new ArrayList<>();
    long brakesOn;

    @Override
    public void note(List<OutgoingEvent> committed) {
        noted.addAll(committed);
    }

    @Override
    public void brakesOn(long brakes) {
        brakesOn = brakes;
    }

    @Override
    public void clockIsHeld(String why) {
        clock.add("held");
    }

    @Override
    public void clockGoesOn(long records) {
        clock.add("goes on");
    }

    @Override
    public void turnFailed(LoanId loanId, int failures, Instant retryAt, Throwable cause) {
        failedTurns.add(loanId);
    }
}
