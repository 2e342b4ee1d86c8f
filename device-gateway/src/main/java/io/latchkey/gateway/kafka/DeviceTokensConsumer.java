package io.latchkey.gateway.kafka;

import io.latchkey.events.DeviceToken;
import io.latchkey.gateway.app.CarryTokens;
import io.latchkey.gateway.domain.HandsetToken;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.kafka.DeadLetters;
import io.latchkey.kit.kafka.EventCodec;
import io.latchkey.kit.kafka.Inbound;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hands poll batches of tokens to be carried; a batch waits for as long as broker or database is away. */
@ApplicationScoped
class DeviceTokensConsumer {

    private static final Logger LOG = Logger.getLogger(DeviceTokensConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CarryTokens carryTokens;
    private final DeadLetters deadLetters;
    private final SystemClock clock;
    private final Timer hop;

    DeviceTokensConsumer(CarryTokens carryTokens, DeadLetters deadLetters, SystemClock clock, MeterRegistry metrics) {
        this.carryTokens = carryTokens;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.hop = metrics.timer("latchkey.hop", "hop", "token-to-broker");
    }

    @Incoming("device-tokens")
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        List<Inbound> batch = StreamSupport.stream(records.spliterator(), false)
                .map(EventCodec::read)
                .toList();
        List<Inbound.Fact> facts = only(Inbound.Fact.class, batch);
        return carryTokens
                .on(facts.stream().map(DeviceTokensConsumer::token).toList())
                .invoke(() -> measure(facts))
                .chain(() -> deadLetters.send(only(Inbound.Poison.class, batch)))
                .onFailure()
                .invoke(e -> LOG.warnf("Tokens not carried, trying again tokens=%d reason=%s", facts.size(), e))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private static HandsetToken token(Inbound.Fact fact) {
        // The codec lets nothing but a token through on this topic.
        DeviceToken token = (DeviceToken) fact.event();
        return new HandsetToken(token.deviceId(), token.revision(), token.token());
    }

    private void measure(List<Inbound.Fact> facts) {
        Instant now = clock.now();
        facts.forEach(fact -> hop.record(Duration.between(fact.meta().recordedTime(), now)));
    }

    private static <T extends Inbound> List<T> only(Class<T> kind, List<Inbound> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
