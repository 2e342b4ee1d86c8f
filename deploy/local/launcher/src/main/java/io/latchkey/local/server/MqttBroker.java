package io.latchkey.local.server;

import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.JavaCommand;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.ReadyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How the MQTT broker is run. */
public final class MqttBroker {

    // The broker's embedded store and its event loop reach into the JDK.
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");

    private MqttBroker() {}

    /**
     * Describes the broker.
     *
     * @param folder its data
     * @param pki its certificate, and the root that clients' certificates must come from
     */
    public static Member member(Path jar, Path folder, PortUse port, Pki pki) {
        Path ready = folder.resolve("ready");
        return new Member(
                "mqtt",
                JavaCommand.of(
                        jar,
                        192,
                        OPTIONS,
                        folder.toString(),
                        Integer.toString(port.number()),
                        pki.directory().toString(),
                        ready.toString()),
                Map.of("LATCHKEY_PKI_PASSWORD", pki.password()),
                List.of(port),
                List.of(jar),
                Folder.made(folder),
                new ReadyFile(ready),
                "TERM");
    }
}
