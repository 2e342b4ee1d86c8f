package io.latchkey.local.containers;

import io.latchkey.local.kafka.NodeSettings;
import io.latchkey.local.kafka.TopicSpec;
import io.latchkey.local.kafka.Topics;
import io.latchkey.local.process.FreePorts;
import io.latchkey.local.process.PortUse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.Uuid;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka from an image with the interface of the official one, set as the embedded one is. */
record KafkaImage(String name, Network network) {

    private static final Path DATA = Path.of("/var/lib/kafka/data");

    Blueprint blueprint(int port, List<String> topics) {
        List<TopicSpec> wanted = topics.stream().map(TopicSpec::parse).toList();
        return new Blueprint("kafka", name, port, () -> container(port), () -> isReady(port, wanted));
    }

    private GenericContainer<?> container(int port) {
        NodeSettings settings = new NodeSettings(network.listenAddress(), DATA, port, port, FreePorts.any());
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(name))
                .withEnv(environment(settings))
                .withEnv("CLUSTER_ID", Uuid.randomUuid().toString())
                .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m");
        network.attach(container, port);
        return container;
    }

    /** The image takes {@code a.b} from {@code KAFKA_A_B}. */
    static Map<String, String> environment(NodeSettings settings) {
        Map<String, String> environment = new HashMap<>();
        settings.properties().forEach((name, value) -> environment.put(variable(name.toString()), value.toString()));
        return environment;
    }

    private static String variable(String property) {
        return "KAFKA_" + property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static boolean isReady(int port, List<TopicSpec> topics) {
        if (new PortUse(port, "").isFree()) {
            return false;
        }
        try {
            Topics.make("127.0.0.1:" + port, topics);
            return true;
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka's topics were made", e);
        }
    }
}
