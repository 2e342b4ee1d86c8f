package io.latchkey.agent.file;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.Enrollment;
import io.latchkey.agent.domain.Held;
import io.latchkey.agent.domain.Outbox;
import io.latchkey.agent.domain.Report;
import io.latchkey.agent.json.DesiredStateJson;
import io.latchkey.agent.json.JsonFields;
import io.latchkey.agent.json.ReportJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state as one JSON object. */
final class AgentStateJson {

    private AgentStateJson() {}

    static String write(AgentState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deviceId", state.self().deviceId());
        json.put("enr", state.self().number());
        if (state.held() instanceof Held.Applied applied) {
            json.put("held", held(applied));
        }
        json.put("lastSeq", state.outbox().lastSeq());
        List<Object> unacked = new ArrayList<>();
        state.outbox().unacked().forEach(report -> unacked.add(ReportJson.write(report)));
        json.put("unacked", unacked);
        return JSONObjectUtils.toJSONString(json);
    }

    static AgentState read(String text) {
        JsonFields json = JsonFields.parse(text);
        List<Report> unacked = new ArrayList<>();
        json.objects("unacked").forEach(report -> unacked.add(ReportJson.read(report)));
        return new AgentState(
                new Enrollment(json.text("deviceId"), (int) json.number("enr")),
                json.has("held") ? held(json.object("held")) : new Held.Nothing(),
                new Outbox(json.number("lastSeq"), unacked));
    }

    private static Map<String, Object> held(Held.Applied applied) {
        Map<String, Object> json = new LinkedHashMap<>(DesiredStateJson.write(applied.desired()));
        json.put("rev", applied.revision());
        json.put("appliedAt", applied.appliedAt().toString());
        return json;
    }

    private static Held held(JsonFields json) {
        return new Held.Applied(json.number("rev"), DesiredStateJson.read(json), json.instant("appliedAt"));
    }
}
