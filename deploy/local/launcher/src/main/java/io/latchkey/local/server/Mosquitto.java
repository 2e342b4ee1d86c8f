package io.latchkey.local.server;

import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortOpen;
import io.latchkey.local.process.PortUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Mosquitto is run, with our plugin that says who may do what. */
public final class Mosquitto {

    /** Publishes that one client may have unconfirmed; a gateway carries whole batches, and the default is 20. */
    private static final int RECEIVE_MAXIMUM = 1_000;

    /** What may wait for a gateway that is away; the default of 1,000 would drop reports. */
    private static final int QUEUE = 1_000_000;

    private static final String CONFIGURATION = "mosquitto.conf";

    private Mosquitto() {}

    /**
     * Describes the broker.
     *
     * @param program Mosquitto itself
     * @param plugin built from {@code deploy/local/mqtt-mosquitto}
     * @param folder its data
     * @param pki its certificate, and the root that clients' certificates must come from
     */
    public static Member member(Path program, Path plugin, Path folder, PortUse port, Pki pki) {
        // As root it would drop to a user of its own, who may not reach the folder.
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(
                List.of(program.toString(), "-c", folder.resolve(CONFIGURATION).toString()));
        return new Member(
                "mqtt",
                command,
                Map.of(),
                List.of(port),
                List.of(program, plugin),
                () -> prepare(folder, text(plugin, folder, pki.directory(), port.number()), pki),
                new PortOpen(port.number()),
                "TERM");
    }

    private static void prepare(Path folder, String text, Pki pki) {
        try {
            Files.createDirectories(folder.resolve("data"));
            pki.writeServerPem(folder.resolve("server.pem"));
            Files.writeString(folder.resolve(CONFIGURATION), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare Mosquitto's folder " + folder, e);
        }
    }

    /** Mosquitto takes the rest of a line as it is, blanks included. */
    static String text(Path plugin, Path folder, Path pki, int port) {
        return """
                listener %d 127.0.0.1
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                tls_version tlsv1.2
                allow_anonymous false
                plugin %s
                max_inflight_messages %d
                max_queued_messages %d
                set_tcp_nodelay true
                sys_interval 0
                persistence true
                persistence_location %s/
                autosave_interval 1
                log_dest stderr
                log_type error
                log_type warning
                log_type notice
                connection_messages false
                """.formatted(
                        port,
                        pki.resolve("root.pem"),
                        folder.resolve("server.pem"),
                        folder.resolve("server.pem"),
                        plugin,
                        RECEIVE_MAXIMUM,
                        QUEUE,
                        folder.resolve("data"));
    }
}
