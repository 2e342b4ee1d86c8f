package io.latchkey.issuer.kafka;

import io.latchkey.issuer.app.DeviceTokens;
import io.latchkey.kit.kafka.EventPublisher;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.kafka.PublishingFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Publishes tokens, and sends the same ones again for as long as Kafka does not confirm them. */
@ApplicationScoped
class KafkaDeviceTokens implements DeviceTokens {

    private static final Logger LOG = Logger.getLogger(KafkaDeviceTokens.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventPublisher publisher;

    KafkaDeviceTokens(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public Uni<Void> publish(List<OutgoingEvent> tokens) {
        return publisher
                .publish(tokens)
                .onFailure(PublishingFailedException.class)
                .invoke(e -> LOG.warnf("Tokens not confirmed, sending again tokens=%d reason=%s", tokens.size(), e))
                .onFailure(PublishingFailedException.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }
}
