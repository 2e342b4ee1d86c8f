package io.latchkey.gateway.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport.TokenRefused;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Takes a batch from report topics: what is genuine goes to Kafka, and only then is anybody told that it is safe. */
@ApplicationScoped
public class TakeReports {

    private static final Logger LOG = Logger.getLogger(TakeReports.class);
    private static final String FOR_ANOTHER_ENROLLMENT = "wrong-enrollment";

    private final JudgeReports judge;
    private final NoticeRivals noticeRivals;
    private final ReportLog reportLog;
    private final AnswerHandsets answer;
    private final BusinessClock businessClock;
    private final SystemClock systemClock;
    private final MeterRegistry metrics;

    /**
     * Wires the use case.
     *
     * @param judge tells genuine reports from the rest
     * @param noticeRivals hears of enrollments that a newer one took the place of
     * @param reportLog where reports go
     * @param answer what handsets hear back
     * @param businessClock dates the events
     * @param systemClock measures the hop
     * @param metrics counts what was taken and what was dropped
     */
    public TakeReports(
            JudgeReports judge,
            NoticeRivals noticeRivals,
            ReportLog reportLog,
            AnswerHandsets answer,
            BusinessClock businessClock,
            SystemClock systemClock,
            MeterRegistry metrics) {
        this.judge = judge;
        this.noticeRivals = noticeRivals;
        this.reportLog = reportLog;
        this.answer = answer;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
        this.metrics = metrics;
    }

    /**
     * Takes messages.
     *
     * @param batch in the order in which they came
     * @return completes when everything genuine is safe and the broker may forget the batch
     */
    public Uni<Void> on(List<ReportArrived> batch) {
        return judge.on(batch).chain(judged -> {
            List<Judged.Genuine> genuine = judged.stream()
                    .filter(Judged.Genuine.class::isInstance)
                    .map(Judged.Genuine.class::cast)
                    .toList();
            // Before anybody is told that the word is safe: a handset that is contested says so only once.
            return noticeRivals
                    .on(rivals(genuine))
                    .chain(() ->
                            reportLog.publish(genuine.stream().map(this::event).toList()))
                    .invoke(() -> batch.forEach(one -> one.settle().run()))
                    .invoke(() -> record(batch, judged))
                    .invoke(() -> answer.soon(genuine));
        });
    }

    /**
     * Who tells that a token was for another enrollment has heard it after that one was made, however long its report
     * took. Any other report may have been under way when the phone was wiped.
     */
    private static Set<HandsetName> rivals(List<Judged.Genuine> genuine) {
        return genuine.stream()
                .filter(one -> one.superseded()
                        && one.report() instanceof TokenRefused refused
                        && refused.reason().equals(FOR_ANOTHER_ENROLLMENT))
                .map(one ->
                        new HandsetName(one.report().deviceId(), one.report().enrollment()))
                .collect(toSet());
    }

    private OutgoingEvent event(Judged.Genuine genuine) {
        DeviceId deviceId = genuine.report().deviceId();
        EventMeta meta = new EventMeta(
                deviceId + "/" + genuine.report().enrollment() + ":" + genuine.seq(),
                businessClock.now(),
                systemClock.now(),
                Optional.empty(),
                TraceParent.root());
        return new OutgoingEvent(genuine.report(), meta);
    }

    private void record(List<ReportArrived> batch, List<Judged> judged) {
        for (int i = 0; i < judged.size(); i++) {
            switch (judged.get(i)) {
                case Judged.Genuine genuine ->
                    metrics.counter("latchkey.reports.taken").increment();
                case Judged.Dropped dropped -> {
                    metrics.counter(
                                    "latchkey.reports.dropped",
                                    "reason",
                                    dropped.reason().name())
                            .increment();
                    LOG.warnf(
                            "Message on a report topic dropped deviceId=%s reason=%s",
                            batch.get(i).deviceId(), dropped.reason());
                }
            }
        }
    }

    static Map<HandsetName, List<Long>> seqs(List<Judged.Genuine> genuine) {
        return genuine.stream()
                .collect(groupingBy(
                        one -> new HandsetName(
                                one.report().deviceId(), one.report().enrollment()),
                        mapping(Judged.Genuine::seq, toList())));
    }
}
