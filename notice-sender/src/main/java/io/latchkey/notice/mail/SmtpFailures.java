package io.latchkey.notice.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.List;
import java.util.Optional;

/** What a failure of the mail client means (RFC 5321 section 4.2.1). */
final class SmtpFailures {

    /**
     * A permanent answer counts against the letter only where it is about its recipient or its content, which the client
     * says in these words. About our own name, our password or our sender address it is a matter of settings: the letter
     * waits until they are right.
     */
    private static final List<String> ABOUT_THE_LETTER =
            List.of("recipient address not accepted", "sending data failed", "DATA command not accepted");

    private SmtpFailures() {}

    static boolean isForGood(Throwable failure) {
        return answer(failure)
                .filter(SMTPException::isPermanent)
                .map(answer -> String.valueOf(answer.getMessage()))
                .filter(message -> ABOUT_THE_LETTER.stream().anyMatch(message::startsWith))
                .isPresent();
    }

    static String inOurWords(Throwable failure) {
        return answer(failure)
                .map(answer -> "the mail server answered " + answer.getReplyCode())
                .orElseGet(
                        () -> "the mail server is away: " + failure.getClass().getSimpleName());
    }

    private static Optional<SMTPException> answer(Throwable failure) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof SMTPException answer) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
