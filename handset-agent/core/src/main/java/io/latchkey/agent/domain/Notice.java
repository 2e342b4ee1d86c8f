package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the screen tells the borrower: who lent, what is due since when, and whom to ask.
 *
 * @param locale BCP 47 tag of the loan's language
 * @param oldestDueDate empty if nothing is due
 * @param text the lines to show, by language tag
 */
public record Notice(
        String locale,
        String lender,
        AmountDue amountDue,
        Optional<LocalDate> oldestDueDate,
        String phone,
        String url,
        Map<String, List<String>> text) {

    public Notice {
        requireNonNull(locale, "locale");
        requireNonNull(lender, "lender");
        requireNonNull(amountDue, "amountDue");
        requireNonNull(oldestDueDate, "oldestDueDate");
        requireNonNull(phone, "phone");
        requireNonNull(url, "url");
        Map<String, List<String>> lines = new LinkedHashMap<>();
        text.forEach((language, spoken) -> lines.put(language, List.copyOf(spoken)));
        text = Map.copyOf(lines);
    }
}
