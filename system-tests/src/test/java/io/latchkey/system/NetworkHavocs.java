package io.latchkey.system;

import io.latchkey.system.Network.Link;
import io.latchkey.system.wire.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network can do to a stack. Each way between two processes has one trouble in a tale, and another one in the next:
 * three tales with seeds that follow each other bring all.
 */
record NetworkHavocs(Network network, Faults faults) {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    List<Havoc> of(long seed) {
        List<Link> links = Network.links();
        Trouble[] troubles = Trouble.values();
        return IntStream.range(0, links.size())
                .mapToObj(i -> on(links.get(i), troubles[Math.floorMod(seed + i, troubles.length)]))
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
