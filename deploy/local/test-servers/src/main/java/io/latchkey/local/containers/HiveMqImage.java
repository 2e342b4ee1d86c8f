package io.latchkey.local.containers;

import io.latchkey.local.Checkout;
import io.latchkey.local.mqtt.BrokerConfiguration;
import io.latchkey.local.mqtt.CertificateAccess;
import io.latchkey.local.pki.Pki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** HiveMQ from an image with the interface of the official one, set as the embedded one is and with our access rule. */
record HiveMqImage(String name, Network network) {

    private static final int READABLE = 0644;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Path HOME = Path.of("/opt/hivemq");
    private static final Path STORES = HOME.resolve("conf/latchkey");
    private static final Path EXTENSIONS = HOME.resolve("extensions");
    private static final String EXTENSION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <hivemq-extension>
              <id>%s</id>
              <name>Latchkey certificate access</name>
              <version>1</version>
              <priority>1000</priority>
              <author>Latchkey</author>
            </hivemq-extension>
            """.formatted(CertificateAccess.ID);

    Blueprint blueprint(int port, Pki pki) {
        SSLContext gateway = pki.gateway().sslContext(pki.root());
        return new Blueprint("mqtt", name, port, () -> container(port, pki), () -> isReady(port, gateway));
    }

    private GenericContainer<?> container(int port, Pki pki) {
        BrokerConfiguration configuration = new BrokerConfiguration(network.listenAddress(), port, STORES);
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(name))
                .withEnv(BrokerConfiguration.PASSWORD_VARIABLE, pki.password())
                .withEnv("HIVEMQ_BIND_ADDRESS", network.listenAddress())
                .withEnv("JAVA_OPTS", "-Xmx256m -XX:+UseSerialGC")
                .withCopyToContainer(
                        text(configuration.xml()),
                        HOME.resolve("conf/config.xml").toString());
        copyStores(container, pki);
        copyAccessRule(container);
        network.attach(container, port);
        return container;
    }

    private static void copyStores(GenericContainer<?> container, Pki pki) {
        for (String store : new String[] {"server.p12", "trust.p12"}) {
            container.withCopyFileToContainer(
                    MountableFile.forHostPath(pki.directory().resolve(store), READABLE),
                    STORES.resolve(store).toString());
        }
    }

    /** Ours in, and the image's own, which lets everybody do everything, out: by its switch and by HiveMQ's mark. */
    private static void copyAccessRule(GenericContainer<?> container) {
        Path ours = EXTENSIONS.resolve(CertificateAccess.ID);
        Path jar = Checkout.find().serverJar("mqtt-broker", "local-mqtt");
        container
                .withEnv("HIVEMQ_ALLOW_ALL_CLIENTS", "false")
                .withCopyToContainer(
                        text(""),
                        EXTENSIONS
                                .resolve("hivemq-allow-all-extension/DISABLED")
                                .toString())
                .withCopyToContainer(
                        text(EXTENSION), ours.resolve("hivemq-extension.xml").toString())
                .withCopyFileToContainer(
                        MountableFile.forHostPath(jar, READABLE),
                        ours.resolve("access.jar").toString());
    }

    private static Transferable text(String content) {
        return Transferable.of(content, READABLE);
    }

    /** The engine may accept connections for a port behind which nobody listens yet, so only TLS counts. */
    private static boolean isReady(int port, SSLContext gateway) {
        try (Socket raw = new Socket()) {
            raw.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            raw.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket tls = (SSLSocket) gateway.getSocketFactory().createSocket(raw, "127.0.0.1", port, true)) {
                tls.startHandshake();
                return true;
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
