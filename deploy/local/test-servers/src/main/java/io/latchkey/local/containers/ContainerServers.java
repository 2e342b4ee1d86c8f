package io.latchkey.local.containers;

import io.latchkey.local.ServerHost;
import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.RunningServer;
import java.nio.file.Path;
import java.util.List;

/**
 * Servers from a Docker API.
 *
 * <p>A folder stands for the server's data but holds none of them: they lie in its container.
 */
record ContainerServers(String kafkaImage, String postgresImage, String mqttImage, Network network)
        implements ServerHost {

    static ContainerServers asSet() {
        return new ContainerServers(
                Setting.KAFKA_IMAGE.value(),
                Setting.POSTGRES_IMAGE.value(),
                Setting.MQTT_IMAGE.value(),
                Network.of(Setting.NETWORK.value()));
    }

    String images() {
        return "kafka=" + kafkaImage + " postgres=" + postgresImage + " mqtt=" + mqttImage;
    }

    @Override
    public RunningServer kafka(Path folder, int port, List<String> topics) {
        return ContainerServer.start(folder, new KafkaImage(kafkaImage, network).blueprint(port, topics));
    }

    @Override
    public RunningServer postgres(Path folder, int port, String password, List<String> databases) {
        return ContainerServer.start(
                folder, new PostgresImage(postgresImage, network).blueprint(port, password, databases));
    }

    @Override
    public RunningServer mqtt(Path folder, int port, Pki pki) {
        return ContainerServer.start(folder, new HiveMqImage(mqttImage, network).blueprint(port, pki));
    }
}
