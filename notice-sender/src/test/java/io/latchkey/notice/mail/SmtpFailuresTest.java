package io.latchkey.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "recipient address not accepted, 550, true",
        "sending data failed, 554, true",
        "recipient address not accepted, 451, false",
        "sending data failed, 452, false",
        "sender address not accepted, 553, false",
        "AUTH PLAIN failed, 535, false",
        "got error response, 554, false"
    })
    void countAgainstTheLetterOnlyWhatIsAboutItAndForGood(String said, int code, boolean forGood) {
        assertThat(SmtpFailures.isForGood(answer(said, code))).isEqualTo(forGood);
        assertThat(SmtpFailures.isForGood(new IllegalStateException(answer(said, code))))
                .isEqualTo(forGood);
    }

    @Test
    void nameNobody() {
        assertThat(SmtpFailures.inOurWords(answer("recipient address not accepted", 451)))
                .isEqualTo("the mail server answered 451");
        assertThat(SmtpFailures.inOurWords(new ConnectException("amina@example.org")))
                .isEqualTo("the mail server is away: ConnectException");
    }

    @ParameterizedTest
    @CsvSource({
        "amina@example.org, true",
        "'amina@example.org>\r\nRCPT TO:<all@example.org', false",
        "two@at@example.org, false",
        "no-at, false",
        "'a, b@example.org', false"
    })
    void asksForNoImplausibleAddress(String address, boolean plausible) {
        assertThat(Addresses.isPlausible(address)).isEqualTo(plausible);
    }

    @Test
    void lendersStandBeforeTheSendersAddress() {
        assertThat(Addresses.named("Sandbox <Mobile>, Finance", "notices@example.org"))
                .isEqualTo("Sandbox Mobile Finance <notices@example.org>");
        assertThat(Addresses.named("<>", "notices@example.org")).isEqualTo("notices@example.org");
    }

    private static SMTPException answer(String said, int code) {
        String line = code + " 5.1.1 <amina@example.org> and more";
        return new SMTPException(said + ": " + line, code, List.of(line), false);
    }
}
