package io.latchkey.decision.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.decision.app.LocalTime;
import io.latchkey.events.ClockMoved;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.latchkey.kit.work.InTurn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Publishes a new offset of the clock and asks each follower until it shows it. */
@ApplicationScoped
class FollowedLocalTime implements LocalTime {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventPublisher events;
    private final BusinessClock clock;
    private final SystemClock systemClock;
    private final ObjectMapper json;
    private final List<List<URI>> followers;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();

    FollowedLocalTime(
            EventPublisher events,
            BusinessClock clock,
            SystemClock systemClock,
            ObjectMapper json,
            DecisionConfig config) {
        this.events = events;
        this.clock = clock;
        this.systemClock = systemClock;
        this.json = json;
        this.followers = config.clockFollowers().orElse(List.of()).stream()
                .map(service -> Stream.of(service.split("\\|")).map(URI::create).toList())
                .toList();
    }

    @Override
    public Uni<Void> moveTo(Duration offset) {
        return events.publish(List.of(moved(offset)))
                .chain(() -> until(Uni.createFrom().item(clock::offset), offset))
                .chain(() -> InTurn.each(followers, service -> until(least(service), offset)
                        .onFailure()
                        .transform(failure ->
                                new IllegalStateException(service + " does not follow the clock", failure))));
    }

    @Override
    public boolean isFollowed() {
        return !followers.isEmpty();
    }

    private OutgoingEvent moved(Duration offset) {
        return new OutgoingEvent(
                new ClockMoved(offset),
                new EventMeta(
                        "clock:" + offset,
                        systemClock.now().plus(offset),
                        systemClock.now(),
                        Optional.empty(),
                        TraceParent.root()));
    }

    private static Uni<Void> until(Uni<Duration> shown, Duration offset) {
        return shown.repeat()
                .withDelay(PAUSE)
                .until(there -> there.compareTo(offset) >= 0)
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    /** The least offset that an instance of a service shows; of several, one that nobody answers for is not there. */
    private Uni<Duration> least(List<URI> service) {
        return Uni.join()
                .all(service.stream().map(this::offsetOf).toList())
                .andFailFast()
                .map(shown -> shown.stream()
                        .flatMap(Optional::stream)
                        .min(Duration::compareTo)
                        .orElse(Duration.ZERO));
    }

    private Uni<Optional<Duration>> offsetOf(URI follower) {
        HttpRequest question = HttpRequest.newBuilder(follower.resolve("/local/clock"))
                .timeout(ANSWER_WITHIN)
                .build();
        // A follower that does not answer is asked again until the patience is over; that failure then names it. Only
        // one
        // whose port is closed is not there, and reads the clock before it is.
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(question, HttpResponse.BodyHandlers.ofByteArray()))
                .map(answer -> Optional.of(offset(answer.body())))
                .onFailure(ConnectException.class)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .recoverWithItem(Optional.of(Duration.ZERO));
    }

    private Duration offset(byte[] body) {
        try {
            JsonNode shown = json.readTree(body);
            return json.treeToValue(shown.path("offset"), Duration.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not an answer of GET /local/clock", e);
        }
    }
}
