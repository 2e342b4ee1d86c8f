package io.latchkey.system.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a local stack answers and what it demands.
 *
 * @param ingest payment-ingest
 * @param decision lock-decision, which moves the business clock
 * @param gateway device-gateway's administration
 * @param handsets the virtual handsets
 * @param mail the page of the mail catcher
 * @param operatorToken the bearer token of administration endpoints
 * @param partnerId the sandbox partner
 * @param webhookSecret that partner's secret, {@code whsec_…}
 */
public record RunningStack(
        URI ingest,
        URI decision,
        URI gateway,
        URI handsets,
        URI mail,
        String operatorToken,
        String partnerId,
        String webhookSecret) {

    /**
     * Finds the stack that {@code deploy/up} started.
     *
     * @param environment ports and folder where they differ from the defaults
     * @param dataFolder the folder with {@code secrets.env}
     * @return the stack
     * @throws IllegalStateException if there are no secrets; the stack was never started
     */
    public static RunningStack from(Map<String, String> environment, Path dataFolder) {
        Map<String, String> secrets = secrets(dataFolder.resolve("secrets.env"));
        return new RunningStack(
                local(environment, "LATCHKEY_INGEST_PORT", "8081"),
                local(environment, "LATCHKEY_DECISION_PORT", "8082"),
                local(environment, "LATCHKEY_GATEWAY_PORT", "8084"),
                local(environment, "LATCHKEY_VIRTUAL_PORT", "8090"),
                local(environment, "LATCHKEY_MAIL_PAGE_PORT", "8026"),
                demand(secrets, "OPERATOR_TOKEN"),
                demand(secrets, "PARTNER_ID"),
                demand(secrets, "WEBHOOK_SECRET"));
    }

    /**
     * The same stack, seen by another partner that has the sandbox's secret.
     *
     * @param partner that partner
     * @return where it answers to that one
     */
    public RunningStack as(String partner) {
        return new RunningStack(ingest, decision, gateway, handsets, mail, operatorToken, partner, webhookSecret);
    }

    @Override
    public String toString() {
        return "RunningStack[ingest=" + ingest + ", partnerId=" + partnerId + "]";
    }

    private static URI local(Map<String, String> environment, String variable, String fallback) {
        return URI.create("http://127.0.0.1:" + environment.getOrDefault(variable, fallback));
    }

    private static String demand(Map<String, String> secrets, String name) {
        return Optional.ofNullable(secrets.get(name))
                .orElseThrow(() -> new IllegalStateException(name + " is missing in secrets.env"));
    }

    private static Map<String, String> secrets(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " does not exist; start the stack with deploy/up");
        }
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> unquoted(line.substring(line.indexOf('=') + 1))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (isWrapped(value, "'") || isWrapped(value, "\""));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isWrapped(String value, String quote) {
        return value.startsWith(quote) && value.endsWith(quote);
    }
}
