package io.latchkey.agent.json;

import io.latchkey.agent.domain.AmountDue;
import io.latchkey.agent.domain.Notice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claim {@code ntc}. */
public final class NoticeJson {

    private NoticeJson() {}

    /** The notice, or none if it cannot be read: what frees must not fail for what the screen says. */
    static Optional<Notice> read(JsonFields notice) {
        try {
            JsonFields due = notice.object("amountDue");
            return Optional.of(new Notice(
                    notice.textOrEmpty("locale"),
                    notice.textOrEmpty("lender"),
                    new AmountDue(due.number("minorUnits"), due.text("currency")),
                    oldestDueDate(notice),
                    notice.textOrEmpty("phone"),
                    notice.textOrEmpty("url"),
                    text(notice)));
        } catch (MalformedJsonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The claim again, as it is on the wire. */
    public static Map<String, Object> write(Notice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("locale", notice.locale());
        json.put("lender", notice.lender());
        json.put("amountDue", amount(notice.amountDue()));
        notice.oldestDueDate().ifPresent(date -> json.put("oldestDueDate", date.toString()));
        json.put("phone", notice.phone());
        json.put("url", notice.url());
        json.put("text", notice.text());
        return json;
    }

    private static Map<String, Object> amount(AmountDue due) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("minorUnits", due.minorUnits());
        json.put("currency", due.currency());
        return json;
    }

    private static Optional<LocalDate> oldestDueDate(JsonFields notice) {
        return notice.has("oldestDueDate")
                ? Optional.of(LocalDate.parse(notice.text("oldestDueDate")))
                : Optional.empty();
    }

    private static Map<String, List<String>> text(JsonFields notice) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        if (notice.has("text")) {
            JsonFields text = notice.object("text");
            for (Object language : text.names()) {
                lines.put((String) language, text.texts((String) language));
            }
        }
        return lines;
    }
}
