package io.latchkey.decision.kafka;

import io.latchkey.decision.app.Chronicle;
import io.latchkey.events.Event;
import io.latchkey.events.FleetDecision;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** One log line and one count a decision; a timer from the poll to the commit. */
@ApplicationScoped
class LogChronicle implements Chronicle {

    private static final Logger LOG = Logger.getLogger(LogChronicle.class);
    private static final String FAILED_TURNS = "latchkey.turns.failed";
    private static final int NEEDS_A_HUMAN = 3;

    private final MeterRegistry meters;
    private final SystemClock clock;
    private final AtomicInteger held;
    private final AtomicLong brakesOn;

    LogChronicle(MeterRegistry meters, SystemClock clock) {
        this.meters = meters;
        this.clock = clock;
        // Known from the start, so that an alert on its absence means something.
        this.held = meters.gauge("latchkey.clock.held", new AtomicInteger());
        this.brakesOn = meters.gauge("latchkey.brakes.on", new AtomicLong());
        meters.counter(FAILED_TURNS);
    }

    @Override
    public void note(List<OutgoingEvent> committed) {
        for (OutgoingEvent one : committed) {
            meters.counter("latchkey.decisions", "type", one.event().getClass().getSimpleName())
                    .increment();
            meters.timer("latchkey.hop", "hop", "decided")
                    .record(Duration.between(one.meta().recordedTime(), clock.now()));
            // Every event is on its topic; the log has no second copy of it unless somebody asks.
            if (one.event() instanceof FleetDecision decision) {
                note(decision);
            } else if (LOG.isDebugEnabled()) {
                LOG.debugf(
                        "%s eventId=%s cause=%s",
                        words(one.event()),
                        one.meta().id(),
                        one.meta().causationId().orElse("-"));
            }
        }
    }

    /** Somebody has to do something, or may go home. */
    private static void note(FleetDecision decision) {
        switch (decision) {
            case FleetDecision.BrakeChanged brake ->
                LOG.logf(
                        brake.on() ? Logger.Level.WARN : Logger.Level.INFO,
                        "Brake changed partner=%s policy=%s partition=%d on=%s reason=%s",
                        brake.partnerId(),
                        brake.policy(),
                        brake.partition(),
                        brake.on(),
                        brake.cause().orElse("-"));
            case FleetDecision.BatchProposed batch ->
                LOG.warnf("Batch waits for two supervisors partner=%s batch=%s", batch.partnerId(), batch.batchId());
            case FleetDecision.BatchReleased batch ->
                LOG.infof("Batch was released partner=%s batch=%s", batch.partnerId(), batch.batchId());
        }
    }

    @Override
    public void brakesOn(long brakes) {
        brakesOn.set(brakes);
    }

    @Override
    public void clockIsHeld(String why) {
        held.set(1);
        LOG.warnf("Nothing is judged by the clock reason=%s", why);
    }

    @Override
    public void clockGoesOn(long records) {
        held.set(0);
        LOG.infof("Loans are judged by the clock again backlog=%d", records);
    }

    @Override
    public void turnFailed(LoanId loanId, int failures, Instant retryAt, Throwable cause) {
        meters.counter(FAILED_TURNS).increment();
        Logger.Level level = failures < NEEDS_A_HUMAN ? Logger.Level.WARN : Logger.Level.ERROR;
        LOG.logf(
                level,
                "Loan cannot be judged by the clock loanId=%s failures=%d retryAt=%s cause=%s",
                loanId,
                failures,
                retryAt,
                cause.toString());
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
