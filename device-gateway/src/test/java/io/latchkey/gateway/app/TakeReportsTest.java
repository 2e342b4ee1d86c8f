package io.latchkey.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.DropReason;
import io.latchkey.gateway.domain.EnrolledKey;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.HandsetToken;
import io.latchkey.gateway.domain.ReportClaims;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeReportsTest {

    private static final DeviceId DEVICE = new DeviceId("d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final HandsetName NAME = new HandsetName(DEVICE, 1);

    private final HandsetsInMemory handsets = new HandsetsInMemory();
    private final TokensInMemory tokens = new TokensInMemory();
    private final List<OutgoingEvent> published = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private final ContestsInMemory contests = new ContestsInMemory();
    private EnrolledKey enrolled = new EnrolledKey(1, "genuine", Bindings.NONE.enrolled(1), Optional.empty());
    private boolean kafkaAway;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TakeReports takeReports = new TakeReports(
            new JudgeReports(
                    new PlainReports(), names -> Uni.createFrom().item(Map.of(NAME, enrolled)), new BusinessClock()),
            new NoticeRivals(
                    contests,
                    new AnnounceEnrollments(new EnrollmentsInMemory(), contests, this::publish, new SystemClock()),
                    new BusinessClock()),
            this::publish,
            new AnswerHandsets(handsets, tokens),
            new BusinessClock(),
            new SystemClock(),
            metrics);

    @Test
    void whatIsGenuineIsPublishedSettledAndAckedAndTheRestIsOnlySettled() {
        take("genuine 1 refresh", "forged 2 refresh", "rubbish", "genuine 3 refresh");

        assertThat(published).extracting(one -> one.meta().id()).containsExactly(DEVICE + "/1:1", DEVICE + "/1:3");
        assertThat(settled).hasSize(4);
        assertThat(handsets.acked).isEqualTo(Map.of(NAME, List.of(1L, 3L)));
        assertThat(dropped(DropReason.BAD_SIGNATURE)).isEqualTo(1);
        assertThat(dropped(DropReason.NOT_A_JWS)).isEqualTo(1);
    }

    @Test
    void nobodyIsToldThatAReportIsSafeBeforeKafkaHasIt() {
        kafkaAway = true;

        assertThatThrownBy(() -> take("genuine 1 refresh")).isInstanceOf(IllegalStateException.class);
        assertThat(settled).isEmpty();
        assertThat(handsets.acked).isEmpty();
    }

    @Test
    void aRefreshIsAnsweredWithTheNewestToken() {
        HandsetToken newest = new HandsetToken(DEVICE, 9, "token-9");
        tokens.tokens.put(DEVICE, newest);

        take("genuine 1 refresh");

        assertThat(handsets.published).containsExactly(newest);
    }

    @Test
    void aSupersededEnrollmentTurnsUpByRefusingWhatIsForTheNewerOneAndByNothingThatWasUnderWayAtTheWipe() {
        Bindings two = Bindings.NONE.enrolled(1).enrolled(2);
        enrolled = new EnrolledKey(1, "genuine", two, Optional.of(Instant.now()));

        take("genuine 1 hello", "genuine 2 applied", "genuine 3 refresh", "genuine 4 refused unknown-key");
        assertThat(contests.rivals).isEmpty();
        take("genuine 5 refused wrong-enrollment");
        assertThat(contests.rivals).containsExactly(NAME);
        assertThat(published).hasSize(5);
    }

    @Test
    void whatAnEndedEnrollmentSaysGoesNoFurther() {
        Bindings lost = Bindings.NONE.enrolled(1).enrolled(2).contested(2, 1).settled(2, 2);
        enrolled = new EnrolledKey(1, "genuine", lost, Optional.of(Instant.now()));

        take("genuine 1 hello");

        assertThat(published).isEmpty();
        assertThat(handsets.acked).isEmpty();
        assertThat(dropped(DropReason.ENROLLMENT_ENDED)).isEqualTo(1);
    }

    private Uni<Void> publish(List<OutgoingEvent> reports) {
        if (kafkaAway) {
            return Uni.createFrom().failure(new IllegalStateException("away"));
        }
        published.addAll(reports);
        return Uni.createFrom().voidItem();
    }

    private void take(String... payloads) {
        takeReports
                .on(List.of(payloads).stream()
                        .map(payload -> new ReportArrived(DEVICE, payload, () -> settled.add(payload)))
                        .toList())
                .await()
                .indefinitely();
    }

    private double dropped(DropReason reason) {
        return metrics.counter("latchkey.reports.dropped", "reason", reason.name())
                .count();
    }

    /** Reads {@code <signer> <seq> <type> [<reason>]}. */
    private static final class PlainReports implements ReportReader {

        @Override
        public Message read(String payload) {
            String[] words = payload.split(" ", -1);
            return words.length >= 3
                    ? new Claimed(
                            new ReportClaims(
                                    Long.parseLong(words[1]),
                                    words[2],
                                    1,
                                    4,
                                    Instant.EPOCH,
                                    Map.of("stage", "CURRENT", "reason", words[words.length - 1])),
                            payload)
                    : new Unreadable(DropReason.NOT_A_JWS);
        }

        @Override
        public boolean isSignedBy(Claimed report, String spki) {
            return report.jws().startsWith(spki);
        }
    }
}
