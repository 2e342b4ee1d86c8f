package io.latchkey.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A signed webhook with one of its headers spoilt, so that nobody may believe it. */
final class SpoiledHeaders {

    private static final List<String> TYPES = List.of(
            "text/json", "application/jsonx", "application", "*/*", "application/xml", "json", "application/json/x");
    private static final List<String> TIMES = List.of(
            "1e9", "-1", "0", "9223372036854775808", "999999999999", "0x10", "1.5", "now", "1 2", "9".repeat(2_000));
    private static final List<String> IDS = List.of("a b", "x".repeat(256), "é", "a\tb");
    private static final List<String> SIGNATURES = List.of(
            "v1,",
            "v1",
            ",",
            "v1,AAAA",
            "v1a,AAAA",
            "v2,AAAA",
            "v1,=",
            "v1,".repeat(500),
            "v1,AAAA ".repeat(11).strip(),
            "Bearer AAAA");

    private SpoiledHeaders() {}

    /** What to send, and what must be answered. */
    record Spoilt(String how, SignedPost post, int status) {}

    static Spoilt of(String webhookId, String valid, Random chance) {
        SignedPost post = SignedPost.of(webhookId, valid);
        return switch (chance.nextInt(8)) {
            case 0 -> new Spoilt("no id", post.without("webhook-id"), 401);
            case 1 -> new Spoilt("no time", post.without("webhook-timestamp"), 401);
            case 2 -> new Spoilt("no signature", post.without("webhook-signature"), 401);
            case 3 -> spoilt(post, "content-type", pick(TYPES, chance), 415);
            case 4 -> spoilt(post, "webhook-timestamp", pick(TIMES, chance), 401);
            case 5 -> spoilt(post, "webhook-id", pick(IDS, chance), 401);
            case 6 -> spoilt(post, "webhook-signature", pick(SIGNATURES, chance), 401);
            default -> {
                long off = 301L + chance.nextInt(1_000_000);
                Instant then = Instant.now().plusSeconds(chance.nextBoolean() ? off : -off);
                yield new Spoilt("signed " + off + " s off", SignedPost.at(then, webhookId, valid), 401);
            }
        };
    }

    private static Spoilt spoilt(SignedPost post, String header, String value, int status) {
        return new Spoilt(header + ": " + value, post.with(header, value), status);
    }

    private static <T> T pick(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }
}
