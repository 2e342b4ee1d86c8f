package io.latchkey.ingest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A valid webhook with one thing spoilt in its body, so that it is certainly wrong. */
final class SpoiledRequest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Integer> NOT_JSON = Set.of(400);
    private static final Set<Integer> WRONG_FIELD = Set.of(422);
    private static final Set<Integer> EITHER = Set.of(400, 422);
    private static final List<String> NUMBERS =
            List.of("1e400", "9223372036854775808", "-1", "0.5", "1E2", "-0.0", "1e-400", "99999999999999999999999999");
    private static final List<String> TEXTS =
            List.of("", " ", "\u0000", "x".repeat(10_000), "\u202e", "٣٤", "%00\n", "<!--\u00e4-->");
    private static final List<String> NO_TEXTS = List.of("\\ud800", "\\udc00x", "\\uffff", "\\ud83d");

    private final String how;
    private final byte[] body;
    private final Set<Integer> statuses;

    private SpoiledRequest(String how, byte[] body, Set<Integer> statuses) {
        this.how = how;
        this.body = body;
        this.statuses = statuses;
    }

    /** A field with a value that holds no other. */
    private record Leaf(ObjectNode parent, String name) {

        void set(JsonNode value) {
            parent.set(name, value);
        }
    }

    byte[] body() {
        return body;
    }

    /** One of these must be answered. */
    Set<Integer> statuses() {
        return statuses;
    }

    static SpoiledRequest of(String valid, Random chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> cut(valid, chance);
            case 1 -> repeatedField(valid, chance);
            case 2 -> withBytes(valid, chance, "malformed UTF-8", new byte[] {(byte) 0xC3, (byte) 0x28});
            case 3 -> new SpoiledRequest("UTF-16", valid.getBytes(UTF_16), NOT_JSON);
            case 4 -> nested(valid, chance);
            case 5 -> new SpoiledRequest("something after it", (valid + "{}").getBytes(UTF_8), NOT_JSON);
            case 6 -> noise(chance);
            case 7 -> withBytes(valid, chance, "a control character", new byte[] {(byte) (1 + chance.nextInt(8))});
            case 8 ->
                atLeaf(
                        valid,
                        chance,
                        "another type",
                        pick(List.of(NODES.objectNode(), NODES.arrayNode(), NODES.booleanNode(true)), chance));
            case 9 -> atLeaf(valid, chance, "another text", NODES.textNode(pick(TEXTS, chance)));
            case 10 -> replaced(valid, chance, "a number that is none", pick(NUMBERS, chance), WRONG_FIELD);
            default -> replaced(valid, chance, "half a character", '"' + pick(NO_TEXTS, chance) + '"', EITHER);
        };
    }

    private static SpoiledRequest cut(String valid, Random chance) {
        String text = valid.strip();
        return new SpoiledRequest(
                "cut", text.substring(0, chance.nextInt(text.length())).getBytes(UTF_8), NOT_JSON);
    }

    private static SpoiledRequest repeatedField(String valid, Random chance) {
        ObjectNode root = read(valid);
        List<String> names = new ArrayList<>();
        root.fieldNames().forEachRemaining(names::add);
        String name = pick(names, chance);
        return new SpoiledRequest(
                "twice " + name,
                ("{\"" + name + "\":" + root.get(name) + "," + root.toString().substring(1)).getBytes(UTF_8),
                NOT_JSON);
    }

    /** Bytes that may stand nowhere. */
    private static SpoiledRequest withBytes(String valid, Random chance, String how, byte[] more) {
        byte[] bytes = valid.strip().getBytes(UTF_8);
        int at = chance.nextInt(bytes.length);
        ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
        spoilt.write(bytes, 0, at);
        spoilt.writeBytes(more);
        spoilt.write(bytes, at, bytes.length - at);
        return new SpoiledRequest(how + " at " + at, spoilt.toByteArray(), NOT_JSON);
    }

    private static SpoiledRequest nested(String valid, Random chance) {
        int depth = 17 + chance.nextInt(5_000);
        String deep = chance.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        return new SpoiledRequest(
                "nested " + depth,
                valid.strip().replaceFirst("\\{", "{\"deep\":" + deep + ",").getBytes(UTF_8),
                NOT_JSON);
    }

    private static SpoiledRequest noise(Random chance) {
        byte[] bytes = new byte[1 + chance.nextInt(2_000)];
        chance.nextBytes(bytes);
        bytes[0] = (byte) 0xFF;
        return new SpoiledRequest("noise", bytes, NOT_JSON);
    }

    private static SpoiledRequest atLeaf(String valid, Random chance, String how, JsonNode value) {
        ObjectNode root = read(valid);
        Leaf leaf = pick(leaves(root), chance);
        leaf.set(value);
        return new SpoiledRequest(how + " for " + leaf.name, root.toString().getBytes(UTF_8), WRONG_FIELD);
    }

    private static SpoiledRequest replaced(String valid, Random chance, String how, String raw, Set<Integer> statuses) {
        ObjectNode root = read(valid);
        Leaf leaf = pick(leaves(root), chance);
        leaf.set(NODES.textNode("@HERE@"));
        return new SpoiledRequest(
                how + " for " + leaf.name + ": " + raw,
                root.toString().replace("\"@HERE@\"", raw).getBytes(UTF_8),
                statuses);
    }

    private static List<Leaf> leaves(JsonNode node) {
        List<Leaf> found = new ArrayList<>();
        node.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                found.add(new Leaf((ObjectNode) node, field.getKey()));
            } else {
                found.addAll(leaves(field.getValue()));
            }
        });
        if (node.isArray()) {
            node.forEach(element -> found.addAll(leaves(element)));
        }
        return found;
    }

    private static ObjectNode read(String valid) {
        try {
            return (ObjectNode) EventJson.mapper().readTree(valid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T pick(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    @Override
    public String toString() {
        String text = new String(body, UTF_8);
        return how + ": " + text.substring(0, Math.min(300, text.length())) + " " + Arrays.hashCode(body);
    }
}
