package io.latchkey.decision.it;

import io.latchkey.local.Checkout;
import io.latchkey.local.LocalKafka;
import io.latchkey.local.LocalPostgres;
import io.latchkey.local.process.FreePorts;
import io.latchkey.local.process.HttpReady;
import io.latchkey.local.process.JavaCommand;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.TetheredServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Kafka, PostgreSQL and the service twice, each a process of its own as in production. */
final class TwoInstances implements AutoCloseable {

    private final LocalKafka kafka;
    private final LocalPostgres postgres;
    private final int firstPort = FreePorts.any();
    private final int secondPort = FreePorts.any();
    private final TetheredServer first;
    private final TetheredServer second;

    TwoInstances(Path folder) {
        kafka = LocalKafka.start(folder.resolve("kafka"));
        postgres = LocalPostgres.start(folder.resolve("postgres"));
        first = start("1", firstPort, folder);
        second = start("2", secondPort, folder);
    }

    private TetheredServer start(String name, int port, Path folder) {
        Path jar = Checkout.find().service("lock-decision");
        Map<String, String> environment = Map.of(
                "LATCHKEY_INSTANCE", name,
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl("lock_decision"),
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl("lock_decision"),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                "LATCHKEY_LOCAL_CLOCK", "true",
                "LATCHKEY_CLOCK_FOLLOWERS", address(firstPort) + "|" + address(secondPort));
        Member member = new Member(
                "lock-decision-" + name,
                JavaCommand.of(jar, 160, List.of("--enable-native-access=ALL-UNNAMED")),
                environment,
                List.of(new PortUse(port, "")),
                List.of(jar),
                Member.Preparation.NONE,
                new HttpReady(address(port).resolve("/q/health/ready")),
                "TERM");
        return TetheredServer.start(member, folder.resolve("lock-decision-" + name + ".log"));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    URI firstAddress() {
        return address(firstPort);
    }

    URI secondAddress() {
        return address(secondPort);
    }

    void killTheSecond() {
        second.kill();
    }

    @Override
    public void close() {
        second.close();
        first.close();
        postgres.close();
        kafka.close();
    }
}
