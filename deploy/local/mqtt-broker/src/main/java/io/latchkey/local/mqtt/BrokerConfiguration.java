package io.latchkey.local.mqtt;

import java.nio.file.Path;

/**
 * The broker's configuration file. The stores' password stays out of it: the broker reads it from the environment.
 *
 * @param listenAddress where it listens: the loopback address, or every address of a container of its own
 * @param pki folder with {@code server.p12} and {@code trust.p12}
 */
public record BrokerConfiguration(String listenAddress, int port, Path pki) {

    static final String LOOPBACK = "127.0.0.1";

    /** The environment variable with the password of both stores. */
    public static final String PASSWORD_VARIABLE = "LATCHKEY_PKI_PASSWORD";

    /** Publishes that one client may have unconfirmed; a gateway carries whole batches, and the default is 10. */
    static final int RECEIVE_MAXIMUM = 1_000;

    private static final String FILE = """
            <?xml version="1.0"?>
            <hivemq>
              <listeners>
                <tls-tcp-listener>
                  <port>%d</port>
                  <bind-address>%s</bind-address>
                  <tls>
                    <keystore>
                      <path>%s</path>
                      <password>%s</password>
                      <private-key-password>%s</private-key-password>
                    </keystore>
                    <truststore>
                      <path>%s</path>
                      <password>%s</password>
                    </truststore>
                    <client-authentication-mode>REQUIRED</client-authentication-mode>
                  </tls>
                </tls-tcp-listener>
              </listeners>
              <mqtt>
                <receive-maximum>
                  <server-receive-maximum>%d</server-receive-maximum>
                </receive-maximum>
              </mqtt>
              <persistence>
                <mode>file</mode>
              </persistence>
              <anonymous-usage-statistics>
                <enabled>false</enabled>
              </anonymous-usage-statistics>
            </hivemq>
            """;

    /** The file's content. */
    public String xml() {
        return FILE.formatted(
                port,
                listenAddress,
                store("server.p12"),
                secret(),
                secret(),
                store("trust.p12"),
                secret(),
                RECEIVE_MAXIMUM);
    }

    private String store(String name) {
        return escaped(pki.resolve(name).toAbsolutePath().toString());
    }

    private static String secret() {
        return "${ENV:" + PASSWORD_VARIABLE + "}";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
