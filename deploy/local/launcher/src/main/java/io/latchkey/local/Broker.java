package io.latchkey.local;

import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.server.Mosquitto;
import io.latchkey.local.server.MqttBroker;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The MQTT brokers that a stack may run with. One contract suite holds for all of them. */
public enum Broker {

    /** Comes with the build. */
    HIVEMQ("mqtt"),

    /** Of the operating system; the scripts find or install it, and build our plugin for it. */
    MOSQUITTO("mosquitto");

    /** Names the program of Mosquitto; the scripts set it. */
    public static final String MOSQUITTO_VARIABLE = "LATCHKEY_MOSQUITTO";

    private static final String USUAL_MOSQUITTO = "/usr/sbin/mosquitto";

    private final String folder;

    Broker(String folder) {
        this.folder = folder;
    }

    /** The name that users give it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The broker of that name. */
    public static Optional<Broker> of(String word) {
        return Stream.of(values()).filter(broker -> broker.word().equals(word)).findFirst();
    }

    /** What its folder among a stack's data is called: each broker keeps its own. */
    public String folder() {
        return folder;
    }

    /**
     * How it is run.
     *
     * @param environment may say where Mosquitto is
     * @param data its own folder
     * @param pki its certificate, and the root that clients' certificates must come from
     */
    public Member member(Checkout checkout, Map<String, String> environment, Path data, PortUse port, Pki pki) {
        return switch (this) {
            case HIVEMQ -> MqttBroker.member(checkout.serverJar("mqtt-broker", "local-mqtt"), data, port, pki);
            case MOSQUITTO ->
                Mosquitto.member(
                        Path.of(environment.getOrDefault(MOSQUITTO_VARIABLE, USUAL_MOSQUITTO)),
                        checkout.mosquittoPlugin(),
                        data.toAbsolutePath(),
                        port,
                        pki);
        };
    }
}
