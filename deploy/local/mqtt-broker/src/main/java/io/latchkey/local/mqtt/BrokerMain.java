package io.latchkey.local.mqtt;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the MQTT broker until it is told to stop.
 *
 * <p>Arguments: data folder, port, folder of the stores, ready file. The stores' password comes from the environment
 * variable {@code LATCHKEY_PKI_PASSWORD}. The ready file gets the process id when the listener is open.
 */
public final class BrokerMain {

    private BrokerMain() {}

    /**
     * Starts the broker and waits for its end.
     *
     * @throws Exception if it cannot start; the process then ends with status 1
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("usage: <data folder> <port> <folder of the stores> <ready file>");
        }
        Path data = Path.of(arguments[0]).toAbsolutePath();
        Path readyFile = Path.of(arguments[3]);
        Files.deleteIfExists(readyFile);
        try {
            run(data, configuration(arguments), readyFile);
        } catch (Exception | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // threads of a half-started broker would keep the process alive
        }
    }

    private static BrokerConfiguration configuration(String... arguments) {
        return new BrokerConfiguration(
                BrokerConfiguration.LOOPBACK, Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    }

    private static void run(Path data, BrokerConfiguration configuration, Path readyFile) throws Exception {
        EmbeddedHiveMQ broker = broker(data, configuration);
        CountDownLatch ended = new CountDownLatch(1);
        broker.start().join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, ended), "broker-shutdown"));
        Files.writeString(readyFile, Long.toString(ProcessHandle.current().pid()));
        System.out.println("The MQTT broker is ready on 127.0.0.1:" + configuration.port());
        ended.await();
    }

    private static EmbeddedHiveMQ broker(Path data, BrokerConfiguration configuration) throws IOException {
        Path conf = Files.createDirectories(data.resolve("conf"));
        Files.writeString(conf.resolve("config.xml"), configuration.xml());
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(conf)
                .withDataFolder(Files.createDirectories(data.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(data.resolve("extensions")))
                .withEmbeddedExtension(certificateAccess())
                .build();
    }

    private static EmbeddedExtension certificateAccess() {
        return EmbeddedExtension.builder()
                .withId(CertificateAccess.ID)
                .withName("Latchkey certificate access")
                .withVersion("1")
                .withAuthor("Latchkey")
                .withExtensionMain(new CertificateAccess())
                .build();
    }

    private static void stop(EmbeddedHiveMQ broker, CountDownLatch ended) {
        broker.stop().join();
        ended.countDown();
    }
}
