package io.latchkey.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.HandsetKey;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AnnounceEnrollmentsTest {

    private static final DeviceId DEVICE = new DeviceId("d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    private final EnrollmentsInMemory enrollments = new EnrollmentsInMemory();
    private final List<String> published = new ArrayList<>();
    private final Deque<CompletableFuture<Void>> kafka = new ArrayDeque<>();
    private final AnnounceEnrollments announce =
            new AnnounceEnrollments(enrollments, new ContestsInMemory(), this::publish, new SystemClock());

    @Test
    void whoeverAsksDuringATurnDoesNotHaveTheSamePublishedTwice() {
        enrollments.waiting.add(enrollment(1));
        announce.soon();
        announce.soon();
        confirm();

        assertThat(published).containsExactly(DEVICE + "/1");
    }

    @Test
    void whatIsCommittedDuringATurnIsPublishedRightAfterIt() {
        enrollments.waiting.add(enrollment(1));
        announce.soon();
        enrollments.waiting.add(enrollment(2));
        announce.soon();
        confirm();
        confirm();

        assertThat(published).containsExactly(DEVICE + "/1", DEVICE + "/2");
        assertThat(enrollments.waiting).isEmpty();
    }

    @Test
    void whatKafkaDidNotTakeWaitsForTheNextTurn() {
        enrollments.waiting.add(enrollment(1));
        announce.soon();
        kafka.remove().completeExceptionally(new IllegalStateException("away"));
        assertThat(enrollments.waiting).hasSize(1);

        announce.soon();
        confirm();

        assertThat(published).containsExactly(DEVICE + "/1", DEVICE + "/1");
        assertThat(enrollments.waiting).isEmpty();
    }

    private Uni<Void> publish(List<OutgoingEvent> events) {
        events.forEach(one -> published.add(one.meta().id()));
        CompletableFuture<Void> answer = new CompletableFuture<>();
        kafka.add(answer);
        return Uni.createFrom().completionStage(answer);
    }

    private void confirm() {
        kafka.remove().complete(null);
    }

    private static Enrollment enrollment(int number) {
        return new Enrollment(
                new HandsetName(DEVICE, number),
                new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                new PartnerId("sandbox"),
                Optional.empty(),
                Instant.EPOCH,
                new HandsetKey("spki", "thumbprint"),
                Optional.empty());
    }
}
