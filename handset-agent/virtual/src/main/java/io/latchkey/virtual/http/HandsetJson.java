package io.latchkey.virtual.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.Held;
import io.latchkey.agent.json.DesiredStateJson;
import io.latchkey.agent.json.NoticeJson;
import io.latchkey.virtual.app.VirtualHandset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a handset's memory looks like from outside. The IMEI is not part of it. */
final class HandsetJson {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private final ObjectMapper json;

    HandsetJson(ObjectMapper json) {
        this.json = json;
    }

    String one(VirtualHandset handset) {
        return node(handset).toString();
    }

    String all(List<VirtualHandset> handsets) {
        ArrayNode array = json.createArrayNode();
        handsets.forEach(handset -> array.add(node(handset)));
        return array.toString();
    }

    private ObjectNode node(VirtualHandset handset) {
        AgentState state = handset.remembered();
        ObjectNode node = json.createObjectNode()
                .put("online", handset.agent().isOnline())
                .put("deviceId", state.self().deviceId())
                .put("enrollment", state.self().number())
                .put("revision", state.held().revision())
                .put("stage", state.held().desired().stage().name());
        DesiredStateJson.names(state.held().desired().restrictions()).forEach(node.withArray("restrictions")::add);
        node.set(
                "notice",
                json.valueToTree(
                        state.held().desired().notice().map(NoticeJson::write).orElse(null)));
        node.put("appliedAt", appliedAt(state.held()));
        return node.put("unacknowledged", state.outbox().unacked().size());
    }

    private static @Nullable String appliedAt(Held held) {
        return switch (held) {
            case Held.Nothing nothing -> null;
            case Held.Applied applied -> micros(applied.appliedAt());
        };
    }

    private static String micros(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
