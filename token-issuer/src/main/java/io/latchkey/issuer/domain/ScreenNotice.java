package io.latchkey.issuer.domain;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.latchkey.events.Money;
import io.latchkey.events.Notice;
import io.latchkey.events.Notice.Ahead;
import io.latchkey.events.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The claim {@code ntc}: what the screen says. It can be made shorter, because a token has a limit and a partner's name
 * has none.
 *
 * @param locale the borrower's BCP 47 tag
 * @param lender the partner's name
 * @param amountDue what cures the arrears
 * @param oldestDueDate since when, or nothing if nothing is due
 * @param phone the partner's number
 * @param url the partner's page
 * @param ahead what follows if the amount due is not paid, if the borrower must be told of it now
 * @param text lines by BCP 47 tag; English is always there, with at least one line
 */
public record ScreenNotice(
        String locale,
        String lender,
        Money amountDue,
        Optional<LocalDate> oldestDueDate,
        String phone,
        String url,
        Optional<Ahead> ahead,
        Map<String, List<String>> text) {

    private static final int LONGEST_TAG = 35;
    private static final int LONGEST_LENDER = 60;
    private static final int SHORTEST_LENDER = 30;
    private static final int LONGEST_PHONE = 32;
    private static final int LONGEST_URL = 200;

    static ScreenNotice of(Notice notice, Stage stage) {
        String locale = canonicalTag(notice.locale());
        return new ScreenNotice(
                locale,
                notice.lender(),
                notice.amountDue(),
                notice.oldestDueDate(),
                notice.phone(),
                notice.url(),
                notice.ahead(),
                ScreenTexts.of(stage, notice.ahead(), locale));
    }

    /** The borrower's own language, which the screen shows, keeps every line; English beside it says the stage alone. */
    ScreenNotice stageBeside() {
        Map<String, List<String>> shorter = new TreeMap<>(text);
        if (text.size() > 1) {
            shorter.put(ScreenTexts.ENGLISH, english().subList(0, 1));
        }
        return with(shorter);
    }

    /** Every language keeps its first line, which says the stage, and the one that must be told: it counts as a notice. */
    ScreenNotice firstLines() {
        return with(text.entrySet().stream().collect(toMap(Map.Entry::getKey, lines -> first(lines.getValue()))));
    }

    ScreenNotice firstEnglishLines() {
        return with(Map.of(ScreenTexts.ENGLISH, first(english())));
    }

    private List<String> first(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), ahead.isPresent() ? 2 : 1));
    }

    /** A cut link or number would lead astray: one that is too long is left out. */
    ScreenNotice bounded() {
        return bounded(LONGEST_LENDER, LONGEST_URL);
    }

    /** The last resort: the number stays, because the borrower must always be able to reach the lender. */
    ScreenNotice bare() {
        return firstEnglishLines().bounded(SHORTEST_LENDER, 0);
    }

    private ScreenNotice bounded(int lenderPoints, int urlLetters) {
        return new ScreenNotice(
                locale,
                printable(lender, lenderPoints),
                amountDue,
                oldestDueDate,
                wholeOrNothing(phone, LONGEST_PHONE),
                wholeOrNothing(url, urlLetters),
                ahead,
                text);
    }

    private List<String> english() {
        return requireNonNull(text.get(ScreenTexts.ENGLISH), "there is always an English text");
    }

    private ScreenNotice with(Map<String, List<String>> shorter) {
        return new ScreenNotice(locale, lender, amountDue, oldestDueDate, phone, url, ahead, new TreeMap<>(shorter));
    }

    /** A tag that nobody can read, or that is longer than RFC 5646 section 4.4.1 expects, means English. */
    private static String canonicalTag(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String canonical = locale.toLanguageTag();
        return locale.getLanguage().isEmpty() || canonical.length() > LONGEST_TAG ? ScreenTexts.ENGLISH : canonical;
    }

    private static String wholeOrNothing(String value, int limit) {
        String whole = printable(value, value.length());
        return whole.length() > limit ? "" : whole;
    }

    /** Code points, not chars: half a surrogate pair is no text. Control characters grow sixfold in JSON. */
    private static String printable(String value, int limit) {
        return value.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .limit(limit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
