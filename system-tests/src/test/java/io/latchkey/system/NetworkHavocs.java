package io.latchkey.system;

import io.latchkey.system.Network.Link;
import io.latchkey.system.wire.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All that a network can do to a stack: each way between two processes is cut, slow or reset. */
record NetworkHavocs(Network network, Faults faults) {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    List<Havoc> all() {
        return Network.links().stream()
                .flatMap(link -> Stream.of(Trouble.values()).map(trouble -> on(link, trouble)))
                .toList();
    }

    private Havoc on(Link link, Trouble trouble) {
        return new Havoc(
                "the way from " + link + " is " + trouble + " for " + LONG_ENOUGH.toSeconds() + " s",
                () -> network.trouble(link, trouble, faults.process(link.client())),
                LONG_ENOUGH,
                network::calm);
    }
}
