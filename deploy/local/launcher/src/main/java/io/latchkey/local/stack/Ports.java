package io.latchkey.local.stack;

import io.latchkey.local.process.PortUse;
import java.util.Map;

/**
 * Where each process listens; the environment may move any port.
 *
 * @param environment the launcher's own
 */
record Ports(Map<String, String> environment) {

    private static final int HIGHEST = 65_535;

    PortUse kafka() {
        return port("KAFKA", 19_092);
    }

    PortUse postgres() {
        return port("POSTGRES", 15_432);
    }

    PortUse mqtt() {
        return port("MQTT", 18_883);
    }

    PortUse ingest() {
        return port("INGEST", 8081);
    }

    PortUse decision() {
        return port("DECISION", 8082);
    }

    PortUse issuer() {
        return port("ISSUER", 8083);
    }

    PortUse gateway() {
        return port("GATEWAY", 8084);
    }

    PortUse gatewayTls() {
        return port("GATEWAY_TLS", 8484);
    }

    PortUse notice() {
        return port("NOTICE", 8085);
    }

    PortUse mail() {
        return port("MAIL", 8025);
    }

    PortUse mailPage() {
        return port("MAIL_PAGE", 8026);
    }

    PortUse virtual() {
        return port("VIRTUAL", 8090);
    }

    /** Where everybody else reaches a server: its own port, unless the environment names a proxy before it. */
    int reached(PortUse server) {
        return number(server.variable().replace("_PORT", "_PROXY_PORT"), server.number());
    }

    private PortUse port(String name, int usual) {
        String variable = "LATCHKEY_" + name + "_PORT";
        return new PortUse(number(variable, usual), variable);
    }

    private int number(String variable, int usual) {
        String text = environment.getOrDefault(variable, Integer.toString(usual));
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException fallsThrough) {
            // the sentence below serves both
        }
        throw new StackException(variable + " must be a port from 1 to " + HIGHEST + " but is '" + text + "'.");
    }
}
