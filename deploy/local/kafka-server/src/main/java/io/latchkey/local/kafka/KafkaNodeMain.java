package io.latchkey.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one Kafka node until it is told to stop.
 *
 * <p>Arguments: data folder, port, the port that clients are told to use, ready file, and the topics as {@code name:partitions:cleanup}. The ready file gets
 * the process id when every topic has a leader.
 */
public final class KafkaNodeMain {

    private KafkaNodeMain() {}

    /**
     * Starts the node and waits for its end.
     *
     * @throws Exception if it cannot start; the process then ends with status 1
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 4) {
            throw new IllegalArgumentException(
                    "usage: <data folder> <port> <advertised port> <ready file> <name:partitions:cleanup>...");
        }
        Path readyFile = Path.of(arguments[3]);
        Files.deleteIfExists(readyFile);
        List<TopicSpec> topics =
                Stream.of(arguments).skip(4).map(TopicSpec::parse).toList();
        NodeSettings settings = new NodeSettings(
                NodeSettings.LOOPBACK,
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                freePort());
        try {
            run(settings, topics, readyFile);
        } catch (Exception | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // Kafka's own threads would keep a half-started process alive
        }
    }

    private static void run(NodeSettings settings, List<TopicSpec> topics, Path readyFile) throws Exception {
        format(settings);
        KafkaRaftServer node = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        node.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(node::shutdown, "kafka-shutdown"));
        Topics.make(settings.bootstrap(), topics);
        Files.writeString(readyFile, Long.toString(ProcessHandle.current().pid()));
        System.out.println("Kafka is ready on " + settings.bootstrap() + " with " + topics.size() + " topics");
        node.awaitShutdown();
    }

    private static void format(NodeSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        if (Files.exists(settings.data().resolve("meta.properties"))) {
            return;
        }
        Path file = settings.data().resolveSibling("kafka-format.properties");
        write(settings.properties(), file);
        String[] command = {
            "format",
            "--config",
            file.toString(),
            "--cluster-id",
            Uuid.randomUuid().toString()
        };
        int status = StorageTool.execute(command, System.out);
        Files.delete(file);
        if (status != 0) {
            throw new IllegalStateException("formatting " + settings.data() + " ended with status " + status);
        }
    }

    private static void write(Properties properties, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the controller", e);
        }
    }
}
