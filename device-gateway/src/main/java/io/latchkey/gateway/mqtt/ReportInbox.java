package io.latchkey.gateway.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.ReportArrived;
import io.latchkey.gateway.app.TakeReports;
import io.latchkey.kit.work.Gathering;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Lays messages down for the use case, which takes all that came while it was busy as one batch. It cannot overflow: the
 * broker sends no more than the receive maximum before it is told that earlier ones are settled.
 */
@ApplicationScoped
class ReportInbox {

    private static final Logger LOG = Logger.getLogger(ReportInbox.class);
    private static final Pattern REPORT = Pattern.compile("latchkey/v1/([^/]+)/report");
    private static final int LARGEST_BATCH = 500;
    /** Nobody who paid waits for a report, so they may gather. */
    private static final Duration REST = Duration.ofMillis(20);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Gathering<ReportArrived, Boolean> arrived;

    ReportInbox(TakeReports takeReports) {
        this.arrived = new Gathering<>(LARGEST_BATCH, REST, batch -> take(takeReports, batch));
    }

    /** Called by Paho's own thread, which must not be held up. */
    void lay(String topic, byte[] payload, Runnable settle) {
        Optional<DeviceId> device = device(topic);
        if (device.isEmpty()) {
            LOG.warn("Message dropped that stood on no handset's report topic");
            settle.run();
            return;
        }
        arrived.ask(new ReportArrived(device.get(), new String(payload, UTF_8), settle))
                .subscribe()
                .with(
                        taken -> {},
                        e -> LOG.errorf(
                                e, "Report not taken, the broker will send it again deviceId=%s", device.get()));
    }

    private static Optional<DeviceId> device(String topic) {
        Matcher matcher = REPORT.matcher(topic);
        try {
            return matcher.matches() ? Optional.of(new DeviceId(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Uni<List<Boolean>> take(TakeReports takeReports, List<ReportArrived> batch) {
        return takeReports
                .on(batch)
                .onFailure()
                .invoke(e -> LOG.warnf("Reports not taken, trying again reports=%d reason=%s", batch.size(), e))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .replaceWith(Collections.nCopies(batch.size(), true));
    }
}
