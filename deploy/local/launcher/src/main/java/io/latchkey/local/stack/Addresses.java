package io.latchkey.local.stack;

import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the user where everything is. */
public record Addresses(Stack stack, PrintStream out) {

    private static final String ROW = "  %-18s %s%n";

    /** Prints the address of each process, and where secrets and logs lie. */
    public void print() {
        out.println();
        stack.members().forEach(member -> out.printf(ROW, member.name(), addresses(member)));
        out.printf(ROW, "secrets", stack.data().resolve("secrets.env"));
        out.printf(ROW, "certificates", stack.data().resolve("pki"));
        out.printf(ROW, "logs", stack.data().resolve("logs"));
        out.println();
    }

    private static String addresses(Member member) {
        List<PortUse> ports = member.ports();
        return ports.stream()
                .map(port -> address(member.name(), port, port.equals(ports.get(0))))
                .collect(Collectors.joining(", "));
    }

    private static String address(String name, PortUse port, boolean first) {
        String place = "127.0.0.1:" + port.number();
        return switch (name) {
            case "kafka" -> place;
            case "postgres" -> "postgresql://" + place;
            case "mail" -> (first ? "smtp://" : "http://") + place;
            case "mqtt" -> "mqtts://" + place + " (client certificate needed)";
            default -> first ? "http://" + place : "https://" + place;
        };
    }
}
