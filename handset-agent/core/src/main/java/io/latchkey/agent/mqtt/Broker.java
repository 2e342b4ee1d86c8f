package io.latchkey.agent.mqtt;

import static java.util.Objects.requireNonNull;

import javax.net.ssl.SSLContext;

/**
 * Where the broker is and how to prove who we are.
 *
 * @param tls presents the handset's certificate and trusts only the gateway's root
 */
public record Broker(String host, int port, SSLContext tls) {

    public Broker {
        requireNonNull(host, "host");
        requireNonNull(tls, "tls");
    }

    String uri() {
        return "ssl://" + host + ":" + port;
    }
}
