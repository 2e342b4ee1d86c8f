package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Chronicle;
import io.latchkey.events.Event;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LockIntent;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** One log line and one count a decision; a timer from the poll to the commit. */
@ApplicationScoped
class LogChronicle implements Chronicle {

    private static final Logger LOG = Logger.getLogger(LogChronicle.class);

    private final MeterRegistry meters;
    private final SystemClock clock;

    LogChronicle(MeterRegistry meters, SystemClock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void note(List<OutgoingEvent> committed) {
        for (OutgoingEvent one : committed) {
            meters.counter("latchkey.decisions", "type", one.event().getClass().getSimpleName())
                    .increment();
            meters.timer("latchkey.hop", "hop", "decided")
                    .record(Duration.between(one.meta().recordedTime(), clock.now()));
            LOG.infof(
                    "%s eventId=%s cause=%s",
                    words(one.event()),
                    one.meta().id(),
                    one.meta().causationId().orElse("-"));
        }
    }

    private static String words(Event event) {
        return switch (event) {
            case LockIntent intent ->
                "Handset is to be " + intent.stage() + " deviceId=" + intent.deviceId() + " revision="
                        + intent.revision() + " loanId=" + intent.loanId();
            case LoanDecision decision ->
                "Loan was decided type=" + decision.getClass().getSimpleName() + " loanId=" + decision.loanId()
                        + " partner=" + decision.partnerId();
            default -> "Event was committed key=" + event.key();
        };
    }
}
