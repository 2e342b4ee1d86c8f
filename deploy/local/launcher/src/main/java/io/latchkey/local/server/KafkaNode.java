package io.latchkey.local.server;

import io.latchkey.local.process.JavaCommand;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.ReadyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the Kafka node is run. */
public final class KafkaNode {

    private KafkaNode() {}

    /**
     * Describes the node.
     *
     * @param folder its data
     * @param advertised the port that it tells its clients to use
     * @param topics {@code name:partitions:cleanup}; all exist before it is ready
     */
    public static Member member(Path jar, Path folder, PortUse port, int advertised, List<String> topics) {
        Path ready = folder.resolve("ready");
        String[] arguments = Stream.concat(
                        Stream.of(
                                folder.resolve("data").toString(),
                                Integer.toString(port.number()),
                                Integer.toString(advertised),
                                ready.toString()),
                        topics.stream())
                .toArray(String[]::new);
        return new Member(
                "kafka",
                JavaCommand.of(jar, 256, List.of(), arguments),
                Map.of(),
                List.of(port),
                List.of(jar),
                Folder.made(folder),
                new ReadyFile(ready),
                "TERM");
    }
}
