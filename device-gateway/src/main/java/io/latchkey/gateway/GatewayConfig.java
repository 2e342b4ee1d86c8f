package io.latchkey.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;

/** The settings of this service beside those that all share. */
@ConfigMapping(prefix = "latchkey")
public interface GatewayConfig {

    /**
     * Certificates and their keys.
     *
     * @return where they are
     */
    Pki pki();

    /**
     * The broker.
     *
     * @return where it is
     */
    Mqtt mqtt();

    /**
     * The port for handsets.
     *
     * @return how handsets reach it
     */
    Tls tls();

    /**
     * Where token-issuer shows its public keys.
     *
     * @return a URL
     */
    @WithDefault("http://127.0.0.1:8083/.well-known/jwks.json")
    URI keySetUrl();

    /**
     * The secret from which every partner's provisioning key is made. Comes from the environment only.
     *
     * @return base64 of at least 32 bytes
     */
    String provisioningKey();

    /**
     * Tells instances apart at the broker, which lets one client of a name be connected at a time.
     *
     * @return the instance's name, another one for each; the same again after a restart, so that its session goes on
     */
    @WithDefault("1")
    String instance();

    /** Certificates and their keys. */
    interface Pki {

        /**
         * The folder with {@code handset-ca.p12}, {@code gateway-client.p12}, {@code server.p12}, {@code trust.p12}.
         *
         * @return a path
         */
        Path directory();

        /**
         * The password of the stores. Comes from the environment only.
         *
         * @return the password
         */
        String password();
    }

    /** The broker. */
    interface Mqtt {

        /**
         * The broker's host.
         *
         * @return a name or address that its certificate bears
         */
        @WithDefault("127.0.0.1")
        String host();

        /**
         * The broker's port for mutual TLS.
         *
         * @return a port
         */
        @WithDefault("18883")
        int port();

        /**
         * How many publishes may be in flight; the broker's own limit holds too.
         *
         * @return a positive number
         */
        @WithDefault("500")
        int window();
    }

    /** The port for handsets. */
    interface Tls {

        /**
         * The address that phones are told.
         *
         * @return an https URL
         */
        @WithDefault("https://127.0.0.1:8484")
        URI publicUrl();
    }
}
