package io.latchkey.local;

import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.RunningServer;
import io.latchkey.local.process.TetheredServer;
import io.latchkey.local.server.KafkaNode;
import io.latchkey.local.server.PostgresServer;
import java.nio.file.Path;
import java.util.List;

/** Servers from Maven Central, each a process of its own that never outlives the test. */
public final class EmbeddedServers implements ServerHost {

    @Override
    public RunningServer kafka(Path folder, int port, List<String> topics) {
        Path jar = Checkout.find().serverJar("kafka-server", "local-kafka");
        var member = KafkaNode.member(jar, folder, new PortUse(port, ""), port, topics);
        return TetheredServer.start(member, folder.resolve("kafka.log"));
    }

    @Override
    public RunningServer postgres(Path folder, int port, String password, List<String> databases) {
        Path programs = Checkout.find().unpacked();
        var member = PostgresServer.member(programs, folder, new PortUse(port, ""), password, databases);
        return TetheredServer.start(member, folder.resolve("postgres.log"));
    }

    @Override
    public RunningServer mqtt(Path folder, int port, Pki pki) {
        return mqtt(Broker.HIVEMQ, folder, port, pki);
    }

    static RunningServer mqtt(Broker broker, Path folder, int port, Pki pki) {
        var member = broker.member(Checkout.find(), System.getenv(), folder, new PortUse(port, ""), pki);
        return TetheredServer.start(member, folder.resolve("mqtt.log"));
    }
}
