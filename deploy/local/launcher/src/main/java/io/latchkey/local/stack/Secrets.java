package io.latchkey.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of one local stack: {@code secrets.env}, in shell syntax, for its owner only.
 *
 * @param values by variable
 */
public record Secrets(Map<String, String> values) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, Supplier<String>> KINDS = kinds();

    /** Reads the file; makes what is missing in it, so that a newer release finds what it needs. */
    public static Secrets in(Path file) {
        Map<String, String> values = read(file);
        if (!values.keySet().containsAll(KINDS.keySet())) {
            KINDS.forEach((name, kind) -> values.computeIfAbsent(name, ignored -> kind.get()));
            write(values, file);
        }
        return new Secrets(Map.copyOf(values));
    }

    /**
     * One secret.
     *
     * @throws StackException if the file has been emptied of it
     */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new StackException("secrets.env has no " + name);
        }
        return value;
    }

    /**
     * What a partner's phones are told when they are set up, as device-gateway makes it: HMAC-SHA256 of the partner's id.
     *
     * @param partnerId the partner
     */
    String provisioningKeyOf(String partnerId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(get("LATCHKEY_PROVISIONING_KEY")), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(partnerId.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static Map<String, Supplier<String>> kinds() {
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("OPERATOR_TOKEN", Secrets::word);
        kinds.put("PARTNER_ID", () -> "sandbox");
        kinds.put("WEBHOOK_SECRET", () -> "whsec_" + key());
        kinds.put("LATCHKEY_LOAN_KEY", Secrets::key);
        kinds.put("LATCHKEY_DEVICE_KEYS", () -> "1:" + key());
        kinds.put("LATCHKEY_CONTACT_KEYS", () -> "1:" + key());
        kinds.put("LATCHKEY_VAULT_KEYS", () -> "1:" + key());
        kinds.put("LATCHKEY_PROVISIONING_KEY", Secrets::key);
        kinds.put("LATCHKEY_DB_PASSWORD", Secrets::word);
        kinds.put("LATCHKEY_PKI_PASSWORD", Secrets::word);
        kinds.put("LATCHKEY_TOKEN_KEYSTORE_PASSWORD", Secrets::word);
        return kinds;
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(random());
    }

    /** As strong as a key, and safe in a URL and a header. */
    private static String word() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return values;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Map<String, String> values, Path file) {
        String text = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            // Made unreadable for others before it holds anything, and renamed when it holds all.
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "secrets-", "", ownerOnly);
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Never its values. */
    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
