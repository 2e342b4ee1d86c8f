package io.latchkey.decision.http;

import io.latchkey.decision.app.Alarm;
import io.latchkey.decision.domain.Recorded.Outcome;
import io.latchkey.events.LoanId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** A line in the log and a count, known from the start so that an alert on its absence means something. */
@Startup
@ApplicationScoped
class LoggedAlarm implements Alarm {

    private static final Logger LOG = Logger.getLogger(LoggedAlarm.class);

    private final Counter differences;

    LoggedAlarm(MeterRegistry meters) {
        this.differences = meters.counter("latchkey.explanations.differ");
    }

    @Override
    public void explanationDiffers(LoanId loanId, long number, Outcome recorded, Outcome again) {
        differences.increment();
        LOG.errorf(
                "A recorded decision does not follow from its record loanId=%s number=%d recorded=%s workedOutAgain=%s",
                loanId, number, words(recorded), words(again));
    }

    private static String words(Outcome outcome) {
        return outcome.stage() + outcome.wanted().map(stage -> "/" + stage).orElse("");
    }
}
