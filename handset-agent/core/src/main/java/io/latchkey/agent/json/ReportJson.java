package io.latchkey.agent.json;

import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.domain.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The payload of a report. */
public final class ReportJson {

    private ReportJson() {}

    /** The payload as it is on the wire and in the store. */
    public static Map<String, Object> write(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seq", report.seq());
        json.put("type", type(report.detail()));
        json.put("enr", report.enrollment());
        json.put("rev", report.revision());
        json.put("at", report.at().toString());
        json.put("detail", detail(report.detail()));
        return json;
    }

    /**
     * The report that was written so.
     *
     * @throws MalformedJsonException if it was not written by {@link #write}
     */
    public static Report read(JsonFields json) {
        return new Report(
                json.number("seq"),
                (int) json.number("enr"),
                json.number("rev"),
                json.instant("at"),
                detail(json.text("type"), json.object("detail")));
    }

    private static String type(Report.Detail detail) {
        return switch (detail) {
            case Report.Hello d -> "hello";
            case Report.Applied d -> "applied";
            case Report.Stale d -> "stale";
            case Report.Refused d -> "refused";
            case Report.Tamper d -> "tamper";
            case Report.Refresh d -> "refresh";
        };
    }

    private static Map<String, Object> detail(Report.Detail detail) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (detail) {
            case Report.Hello d -> {
                json.put("stage", d.stage().name());
                json.put("keys", d.keyIds());
            }
            case Report.Applied d -> json.put("stage", d.stage().name());
            case Report.Stale d -> json.put("received", d.received());
            case Report.Refused d -> {
                json.put("reason", d.reason().wireName());
                d.received().ifPresent(revision -> json.put("received", revision));
            }
            case Report.Tamper d -> json.put("what", d.what());
            case Report.Refresh d -> {}
        }
        return json;
    }

    private static Report.Detail detail(String type, JsonFields json) {
        return switch (type) {
            case "hello" -> new Report.Hello(DesiredStateJson.stage(json.text("stage")), json.texts("keys"));
            case "applied" -> new Report.Applied(DesiredStateJson.stage(json.text("stage")));
            case "stale" -> new Report.Stale(json.number("received"));
            case "refused" -> new Report.Refused(RefusalReason.named(json.text("reason")), received(json));
            case "tamper" -> new Report.Tamper(json.text("what"));
            case "refresh" -> new Report.Refresh();
            default -> throw new MalformedJsonException("report type is unknown");
        };
    }

    private static OptionalLong received(JsonFields json) {
        return json.has("received") ? OptionalLong.of(json.number("received")) : OptionalLong.empty();
    }
}
