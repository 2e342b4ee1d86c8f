package io.latchkey.local.stack;

import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import java.util.List;
import java.util.Map;

/** A small process in place of a service. */
final class StandIn {

    private StandIn() {}

    /** Lives until it is stopped, and is ready at once. */
    static Member living(String name, PortUse... ports) {
        return member(name, List.of("tail", "-f", "/dev/null"), pid -> true, ports);
    }

    /** Says a last word and ends before it is ready. */
    static Member dying(String name, String lastWord) {
        return member(name, List.of("sh", "-c", "echo " + lastWord + "; exit 1"), pid -> false);
    }

    private static Member member(String name, List<String> command, Member.Readiness readiness, PortUse... ports) {
        return new Member(
                name, command, Map.of(), List.of(ports), List.of(), Member.Preparation.NONE, readiness, "TERM");
    }
}
