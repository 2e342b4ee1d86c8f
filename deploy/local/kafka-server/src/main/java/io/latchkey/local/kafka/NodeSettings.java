package io.latchkey.local.kafka;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of the one node; clients reach it at the loopback address only.
 *
 * @param listenAddress where it listens: the loopback address, or every address of a container of its own
 * @param data where its log lies
 * @param port for clients
 * @param advertised the port that it tells clients to use: its own, or that of a proxy before it
 * @param controllerPort for its own controller; may differ at each start
 */
public record NodeSettings(String listenAddress, Path data, int port, int advertised, int controllerPort) {

    static final String LOOPBACK = "127.0.0.1";

    /** The settings by Kafka's names. */
    public Properties properties() {
        Properties settings = new Properties();
        addresses(settings);
        oneNode(settings);
        quickRestart(settings);
        settings.setProperty("log.dirs", data.toAbsolutePath().toString());
        // A topic made by a typing error would live for ever; all topics are made before a client comes.
        settings.setProperty("auto.create.topics.enable", "false");
        return settings;
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrap() {
        return LOOPBACK + ":" + port;
    }

    private void addresses(Properties settings) {
        String controller = LOOPBACK + ":" + controllerPort;
        settings.setProperty("listeners", "PLAINTEXT://" + listenAddress + ":" + port + ",CONTROLLER://" + controller);
        settings.setProperty("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + advertised);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("controller.quorum.voters", "1@" + controller);
    }

    private static void oneNode(Properties settings) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "6");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "2");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        // Segment indexes are preallocated; the default of 10 MB for each partition is a lot for a laptop.
        settings.setProperty("log.index.size.max.bytes", "1048576");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
    }

    /** After {@code kill -9} the node waits until its old registration has timed out, 9 seconds by default. */
    private static void quickRestart(Properties settings) {
        settings.setProperty("broker.session.timeout.ms", "1000");
        settings.setProperty("broker.heartbeat.interval.ms", "200");
        settings.setProperty("controller.quorum.election.timeout.ms", "300");
        settings.setProperty("controller.quorum.fetch.timeout.ms", "1000");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
    }
}
