package io.latchkey.notice.domain;

import io.latchkey.events.BorrowerNotice.Consequence;
import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.events.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * All that a letter says beside its fixed sentences, ready to be read. A template chooses among it.
 *
 * @param language of the letter
 * @param lender the partner's name
 * @param phone the partner's number, E.164
 * @param url the partner's page
 * @param amountDue what is due and unpaid
 * @param owing whether anything is
 * @param outstanding what is unpaid of the whole loan
 * @param dueDate since when it is due; empty if nothing is past due
 * @param daysLate days past due
 * @param consequence what follows if it stays due, as a clause without a full stop; empty if nothing does
 * @param restrictions what is taken away then, a few words each
 * @param notBefore the first day on which that can be; empty if nothing follows
 * @param clauses the clauses of contract and law that it rests on; empty if there are none
 * @param reference the notice's id, by which the lender finds it
 */
public record Words(
        Language language,
        String lender,
        String phone,
        String url,
        String amountDue,
        boolean owing,
        String outstanding,
        String dueDate,
        int daysLate,
        String consequence,
        List<String> restrictions,
        String notBefore,
        String clauses,
        String reference) {

    private static final String DAY = "d MMMM uuuu";

    /** Copies the list. */
    public Words {
        restrictions = List.copyOf(restrictions);
    }

    /**
     * Puts a notice into words.
     *
     * @param notice as it was ordered
     * @param sentAt business time; a letter that goes out days late puts off what follows by as many days, because the
     *     cure period begins with the letter
     * @return the words
     */
    public static Words of(NoticeOrdered notice, Instant sentAt) {
        Language language = Language.of(notice.locale());
        DateTimeFormatter days = DateTimeFormatter.ofPattern(DAY, language.locale());
        Position position = notice.position();
        Optional<Consequence> ahead = notice.consequence();
        return new Words(
                language,
                inOneLine(notice.lender().name()),
                notice.lender().phone(),
                inOneLine(notice.lender().url()),
                Amounts.of(position.arrears()),
                position.arrears().minorUnits() > 0,
                Amounts.of(position.outstanding()),
                position.oldestDueDate().map(days::format).orElse(""),
                position.dpd(),
                ahead.map(step -> Vocabulary.of(step.stage(), language)).orElse(""),
                ahead.map(Consequence::restrictions).orElse(List.of()).stream()
                        .map(restriction -> Vocabulary.of(restriction, language))
                        .toList(),
                ahead.map(step -> days.format(earliest(step, notice, sentAt))).orElse(""),
                inOneLine(String.join(", ", notice.clauses())),
                notice.noticeId());
    }

    private static LocalDate earliest(Consequence step, NoticeOrdered notice, Instant sentAt) {
        ZoneId zone = notice.lender().timeZone();
        long late = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(notice.orderedAt(), zone), LocalDate.ofInstant(sentAt, zone));
        return step.cureDays() > 0 && late > 0 ? step.notBefore().plusDays(late) : step.notBefore();
    }

    /** Somebody else chose these texts: no line of theirs may begin a part of ours, or a header of the mail. */
    private static String inOneLine(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || isLineEnd(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean isLineEnd(int point) {
        int type = Character.getType(point);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
