package io.latchkey.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.events.ClockMoved;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A stack whose clock is moved: whoever sees the new time here may count on the feed. */
@QuarkusTest
@TestProfile(AutoFeedIT.LocalStack.class)
@QuarkusTestResource(RealServers.class)
class AutoFeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/local/clock")
    URI clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    EventPublisher events;

    Runnable stopPostgres;
    Runnable startPostgres;

    @Test
    void theFeedIsCompleteInEveryPartitionBeforeTheNewTimeIsShown() {
        Duration anHour = shown().plusHours(1);
        Duration aMinuteMore = anHour.plusMinutes(1);
        Duration aMonthMore = anHour.plusDays(30);

        for (Duration offset : List.of(anHour, aMinuteMore, aMonthMore)) {
            Instant target = Instant.now().plus(offset);
            move(offset);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> shown().equals(offset));

            assertThat(partitionsCompleteThrough(target)).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void whileTheFeedCannotBeDeclaredCompleteTheNewTimeIsNotShown() {
        Duration before = shown();
        Duration after = before.plusDays(1);
        stopPostgres.run();
        try {
            move(after);
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> shown().equals(before));
        } finally {
            startPostgres.run();
        }

        Instant target = Instant.now().plus(before);
        await().atMost(PATIENCE).until(() -> shown().equals(after));
        assertThat(partitionsCompleteThrough(target.plus(Duration.ofHours(23)))).containsExactly(0, 1, 2, 3, 4, 5);
    }

    private void move(Duration offset) {
        EventMeta meta =
                new EventMeta("clock:" + offset, Instant.now(), Instant.now(), Optional.empty(), TraceParent.root());
        events.publish(List.of(new OutgoingEvent(new ClockMoved(offset), meta)))
                .await()
                .atMost(PATIENCE);
    }

    private Duration shown() {
        return Duration.parse(JsonPath.from(SignedPost.get(clock).body()).getString("offset"));
    }

    private List<Integer> partitionsCompleteThrough(Instant moment) {
        return new TopicRecords(bootstrapServers)
                .of("installment-events").stream()
                        .filter(record -> TopicRecords.header(record, "ce_type").equals("io.latchkey.FeedWatermark.v1"))
                        .filter(record -> !Instant.parse(
                                        JsonPath.from(record.value()).getString("completeThrough"))
                                .isBefore(moment))
                        .map(ConsumerRecord::partition)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** A local stack. */
    public static final class LocalStack implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("latchkey.local-clock", "true");
        }
    }
}
