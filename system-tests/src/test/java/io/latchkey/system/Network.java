package io.latchkey.system;

import io.latchkey.local.process.FreePorts;
import io.latchkey.system.wire.Trouble;
import io.latchkey.system.wire.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The network of a stack: a wire before each server that others rely on. It must lie before the stack starts.
 *
 * @param wires by the name of the server's port
 */
record Network(Map<String, Wire> wires) implements AutoCloseable {

    private static final String KAFKA = "KAFKA";
    private static final String POSTGRES = "POSTGRES";
    private static final String MQTT = "MQTT";
    private static final String GATEWAY_TLS = "GATEWAY_TLS";
    private static final String ISSUER = "ISSUER";
    private static final String MAIL = "MAIL";

    /** Who relies on whom. */
    private static final List<Link> LINKS = List.of(
            new Link(Part.TOKEN_ISSUER, KAFKA),
            new Link(Part.PAYMENT_INGEST, KAFKA),
            new Link(Part.LOCK_DECISION, KAFKA),
            new Link(Part.DEVICE_GATEWAY, KAFKA),
            new Link(Part.NOTICE_SENDER, KAFKA),
            new Link(Part.PAYMENT_INGEST, POSTGRES),
            new Link(Part.LOCK_DECISION, POSTGRES),
            new Link(Part.DEVICE_GATEWAY, POSTGRES),
            new Link(Part.NOTICE_SENDER, POSTGRES),
            new Link(Part.DEVICE_GATEWAY, MQTT),
            new Link(Part.VIRTUAL_HANDSETS, MQTT),
            new Link(Part.VIRTUAL_HANDSETS, GATEWAY_TLS),
            new Link(Part.DEVICE_GATEWAY, ISSUER),
            new Link(Part.NOTICE_SENDER, MAIL));

    /** A client and the server that it relies on. */
    record Link(Part client, String server) {

        @Override
        public String toString() {
            return client + " to " + server;
        }
    }

    static Network laid() {
        return new Network(Stream.of(KAFKA, POSTGRES, MQTT, GATEWAY_TLS, ISSUER, MAIL)
                .collect(Collectors.toMap(Function.identity(), server -> Wire.to(FreePorts.any()))));
    }

    static List<Link> links() {
        return LINKS;
    }

    /** What a stack that shall use it must have in its environment. */
    Map<String, String> ports() {
        Map<String, String> ports = new HashMap<>();
        wires.forEach((server, wire) -> {
            ports.put("LATCHKEY_" + server + "_PORT", Integer.toString(wire.server()));
            ports.put("LATCHKEY_" + server + "_PROXY_PORT", Integer.toString(wire.port()));
        });
        return ports;
    }

    void trouble(Link link, Trouble trouble, ProcessHandle client) {
        wires.get(link.server()).trouble(trouble, client);
    }

    void calm() {
        wires.values().forEach(Wire::calm);
    }

    @Override
    public void close() {
        wires.values().forEach(Wire::close);
    }
}
