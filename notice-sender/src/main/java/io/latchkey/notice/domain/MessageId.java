package io.latchkey.notice.domain;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a letter (RFC 5322 section 3.6.4). It is made from the notice alone: a repeat is the same message, and one
 * that comes back tells what it was, without anything being kept.
 *
 * @param noticeId the notice
 * @param loanId the loan
 * @param partnerId the partner
 */
public record MessageId(String noticeId, LoanId loanId, PartnerId partnerId) {

    private static final int LONGEST = 998;
    private static final String NOTICE = "[!-~]{1,100}";

    /** Of the notice's id, all but letters, digits, {@code _} and {@code -} is written as {@code =} and two digits. */
    private static final Pattern SHAPE = Pattern.compile(
            "<?n\\.((?:[A-Za-z0-9_-]|=[0-9a-f]{2})+)\\.(ln_[0-9a-f]{32})\\.([a-z0-9](?:-?[a-z0-9]){0,39})@[A-Za-z0-9.-]+>?");

    /**
     * The message's name as its header has it.
     *
     * @param host whose message it is
     * @return with angle brackets
     */
    public String header(String host) {
        return "<n." + escaped(noticeId) + "." + loanId.value() + "." + partnerId.value() + "@" + host + ">";
    }

    /**
     * Reads a message's name.
     *
     * @param text with or without angle brackets
     * @return what it was made from, or nothing if it is no name of ours
     */
    public static Optional<MessageId> parse(String text) {
        String name = text.strip();
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = SHAPE.matcher(name);
        if (!matcher.matches() || name.startsWith("<") != name.endsWith(">")) {
            return Optional.empty();
        }
        String noticeId = unescaped(matcher.group(1));
        return noticeId.matches(NOTICE)
                ? Optional.of(new MessageId(noticeId, new LoanId(matcher.group(2)), new PartnerId(matcher.group(3))))
                : Optional.empty();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(letter ->
                        escaped.append(isPlain(letter) ? Character.toString(letter) : "=%02x".formatted(letter)));
        return escaped.toString();
    }

    private static boolean isPlain(int letter) {
        return letter < 0x80 && (Character.isLetterOrDigit(letter) || letter == '_' || letter == '-');
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '=') {
                plain.append((char) Integer.parseInt(text, at + 1, at + 3, 16));
                at += 2;
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
