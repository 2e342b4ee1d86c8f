package io.latchkey.local.stack;

import io.latchkey.local.Checkout;
import io.latchkey.local.process.HttpReady;
import io.latchkey.local.process.JavaCommand;
import io.latchkey.local.process.Member;
import io.latchkey.local.process.PortUse;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Our own services: one entry each, with as many instances as the user wants. A service gets only the secrets that it
 * uses.
 *
 * @param instances of each service
 */
record Services(Checkout checkout, DataFolder data, Ports ports, Secrets secrets, int instances) {

    List<Member> all() {
        return numbers()
                .flatMap(number -> Stream.of(
                        tokenIssuer(number),
                        paymentIngest(number),
                        lockDecision(number),
                        deviceGateway(number),
                        noticeSender(number)))
                .toList();
    }

    private Stream<Integer> numbers() {
        return IntStream.rangeClosed(1, instances).boxed();
    }

    private Member tokenIssuer(int number) {
        return service(
                number,
                "token-issuer",
                ports.issuer(),
                List.of(),
                environment(
                        Map.of(
                                "LATCHKEY_KEY_STORE_PATH",
                                data.resolve("keys/token-issuer.p12").toString()),
                        secret("LATCHKEY_KEY_STORE_PASSWORD", "LATCHKEY_TOKEN_KEYSTORE_PASSWORD")));
    }

    private Member paymentIngest(int number) {
        return service(
                number,
                "payment-ingest",
                ports.ingest(),
                List.of(),
                environment(
                        database("payment_ingest"),
                        pseudonyms(),
                        Map.of("LATCHKEY_PARTNERS_FILE", checkout.partners(ports.environment())),
                        secret("LATCHKEY_CONTACT_KEYS", "LATCHKEY_CONTACT_KEYS"),
                        secret("LATCHKEY_VAULT_KEYS", "LATCHKEY_VAULT_KEYS"),
                        secret("WEBHOOK_SECRET", "WEBHOOK_SECRET")));
    }

    private Member lockDecision(int number) {
        String followers = Stream.of(ports.ingest(), ports.issuer(), ports.gateway(), ports.notice(), ports.decision())
                .map(this::urlsOfAll)
                .collect(Collectors.joining(","));
        return service(
                number,
                "lock-decision",
                ports.decision(),
                List.of(),
                environment(database("lock_decision"), Map.of("LATCHKEY_CLOCK_FOLLOWERS", followers)));
    }

    private String urlsOfAll(PortUse first) {
        return numbers().map(number -> url(first.ofInstance(number))).collect(Collectors.joining("|"));
    }

    private Member deviceGateway(int number) {
        return service(
                number,
                "device-gateway",
                ports.gateway(),
                List.of(ports.gatewayTls()),
                environment(
                        database("device_gateway"),
                        pseudonyms(),
                        secret("LATCHKEY_PROVISIONING_KEY", "LATCHKEY_PROVISIONING_KEY"),
                        secret("LATCHKEY_PKI_PASSWORD", "LATCHKEY_PKI_PASSWORD"),
                        Map.of(
                                "LATCHKEY_PKI_DIRECTORY", data.resolve("pki").toString(),
                                "LATCHKEY_MQTT_HOST", "127.0.0.1",
                                "LATCHKEY_MQTT_PORT", Integer.toString(ports.reached(ports.mqtt())),
                                "LATCHKEY_TLS_PUBLIC_URL", tlsUrl(),
                                "LATCHKEY_KEY_SET_URL",
                                        place("http", ports.reached(ports.issuer())) + "/.well-known/jwks.json",
                                "QUARKUS_HTTP_SSL_PORT",
                                        Integer.toString(ports.gatewayTls()
                                                .ofInstance(number)
                                                .number()))));
    }

    private Member noticeSender(int number) {
        return service(
                number,
                "notice-sender",
                ports.notice(),
                List.of(),
                environment(
                        database("notice_sender"),
                        secret("LATCHKEY_CONTACT_KEYS", "LATCHKEY_CONTACT_KEYS"),
                        Map.of(
                                "QUARKUS_MAILER_HOST",
                                "127.0.0.1",
                                "QUARKUS_MAILER_PORT",
                                Integer.toString(ports.reached(ports.mail())))));
    }

    Member virtualHandsets() {
        Path jar = checkout.root().resolve("handset-agent/virtual/target/handset-agent-virtual.jar");
        return member(
                "virtual-handsets",
                jar,
                JvmNeeds.heapOf("virtual-handsets"),
                JvmNeeds.optionsOf("virtual-handsets"),
                List.of(ports.virtual()),
                "/handsets",
                Map.of(
                        "LATCHKEY_DATA", data.path().toString(),
                        "LATCHKEY_GATEWAY_URL", tlsUrl(),
                        "LATCHKEY_TRUST_ROOT", data.resolve("pki/root.pem").toString(),
                        "LATCHKEY_PARTNER_PROVISIONING_KEY", secrets.provisioningKeyOf(secrets.get("PARTNER_ID")),
                        "LATCHKEY_VIRTUAL_PORT",
                                Integer.toString(ports.virtual().number())));
    }

    private Member service(
            int number, String module, PortUse firstHttp, List<PortUse> firstMore, Map<String, String> own) {
        PortUse http = firstHttp.ofInstance(number);
        List<PortUse> more =
                firstMore.stream().map(port -> port.ofInstance(number)).toList();
        Map<String, String> common = Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(http.number()),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + ports.reached(ports.kafka()),
                "LATCHKEY_INSTANCE",
                Integer.toString(number),
                "LATCHKEY_LOCAL_CLOCK",
                "true",
                "OPERATOR_TOKEN",
                secrets.get("OPERATOR_TOKEN"));
        List<PortUse> all = more.isEmpty() ? List.of(http) : List.of(http, more.get(0));
        String name = number == 1 ? module : module + "-" + number;
        return member(
                name,
                checkout.service(module),
                JvmNeeds.heapOf(module),
                JvmNeeds.optionsOf(module),
                all,
                "/q/health/ready",
                environment(common, own));
    }

    private static Member member(
            String name,
            Path jar,
            int heap,
            List<String> options,
            List<PortUse> ports,
            String readyPath,
            Map<String, String> environment) {
        return new Member(
                name,
                JavaCommand.of(jar, heap, options),
                environment,
                ports,
                List.of(jar),
                Member.Preparation.NONE,
                new HttpReady(URI.create(url(ports.get(0)) + readyPath)),
                "TERM");
    }

    private Map<String, String> database(String name) {
        String url = place("postgresql", ports.reached(ports.postgres())) + "/" + name;
        String password = secrets.get("LATCHKEY_DB_PASSWORD");
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL", url,
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + url,
                "QUARKUS_DATASOURCE_USERNAME", name,
                "QUARKUS_DATASOURCE_PASSWORD", password,
                "LATCHKEY_DB_PASSWORD", password);
    }

    private Map<String, String> pseudonyms() {
        return environment(
                secret("LATCHKEY_LOAN_KEY", "LATCHKEY_LOAN_KEY"),
                secret("LATCHKEY_DEVICE_KEYS", "LATCHKEY_DEVICE_KEYS"));
    }

    private Map<String, String> secret(String variable, String name) {
        return Map.of(variable, secrets.get(name));
    }

    private String tlsUrl() {
        return place("https", ports.reached(ports.gatewayTls()));
    }

    private static String url(PortUse port) {
        return place("http", port.number());
    }

    private static String place(String scheme, int port) {
        return scheme + "://127.0.0.1:" + port;
    }

    @SafeVarargs
    private static Map<String, String> environment(Map<String, String>... parts) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> part : parts) {
            all.putAll(part);
        }
        return all;
    }
}
