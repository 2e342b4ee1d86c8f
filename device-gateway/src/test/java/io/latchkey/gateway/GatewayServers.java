package io.latchkey.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.latchkey.local.LocalKafka;
import io.latchkey.local.LocalMqtt;
import io.latchkey.local.LocalPostgres;
import io.latchkey.local.pki.Pki;
import io.latchkey.local.process.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Real servers for the gateway under test, and a stand-in for token-issuer's key set. */
public class GatewayServers implements QuarkusTestResourceLifecycleManager {

    static final String KEY_SET = "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"one\"}]}";

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static Path folder;
    private static Pki pki;
    private static LocalMqtt mqtt;
    private LocalKafka kafka;
    private LocalPostgres postgres;
    private HttpServer issuer;

    static Pki pki() {
        return pki;
    }

    static int mqttPort() {
        return mqtt.port();
    }

    /** Ends the broker as a crash would and starts it on its data. */
    static void restartMqtt() {
        int port = mqtt.port();
        mqtt.kill();
        mqtt = LocalMqtt.start(folder.resolve("mqtt"), port, pki);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("gateway");
            pki = Pki.in(folder.resolve("pki"), "for-tests");
            kafka = LocalKafka.start(folder.resolve("kafka"));
            postgres = LocalPostgres.start(folder.resolve("postgres"));
            mqtt = LocalMqtt.start(folder.resolve("mqtt"), pki);
            issuer = keySetServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.test-port", String.valueOf(FreePorts.any()));
        settings.put("quarkus.http.test-ssl-port", String.valueOf(FreePorts.any()));
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.datasource.password", postgres.password());
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl("device_gateway"));
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("device_gateway"));
        settings.put("latchkey.pki.directory", pki.directory().toString());
        settings.put("latchkey.pki.password", pki.password());
        settings.put("latchkey.mqtt.port", String.valueOf(mqtt.port()));
        settings.put("latchkey.operator-token", "operator");
        settings.put("latchkey.loan-key", SECRET);
        settings.put("latchkey.device-keys", "1:" + SECRET);
        settings.put("latchkey.provisioning-key", SECRET);
        settings.put(
                "latchkey.key-set-url",
                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        return settings;
    }

    private static HttpServer keySetServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, KEY_SET.length());
            try (exchange) {
                exchange.getResponseBody().write(KEY_SET.getBytes(UTF_8));
            }
        });
        server.start();
        return server;
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.stop(0);
        }
        if (mqtt != null) {
            mqtt.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }
}
