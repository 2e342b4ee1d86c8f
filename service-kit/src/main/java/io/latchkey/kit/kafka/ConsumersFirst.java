package io.latchkey.kit.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Ends the consumers of a service before the connections that their work needs. By itself the framework closes the database
 * first: what is under way then fails, and is tried again in vain until the patience of the shutdown is over.
 */
@ApplicationScoped
class ConsumersFirst {

    private final KafkaConnector connector;

    ConsumersFirst(@Connector(KafkaConnector.CONNECTOR_NAME) KafkaConnector connector) {
        this.connector = connector;
    }

    void stop(@Observes ShutdownEvent event) {
        connector.terminate(event);
    }
}
