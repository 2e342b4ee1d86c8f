package io.latchkey.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LetterTest {

    private static final String WRITTEN = """

            Please pay

            Hello,


            What follows:

            - one & two
            - call +254700000000 or go to https://sandbox.example/help?a=1&b=2

            Lender
            <b>Phone</b>
            """;

    private final Letter letter = Letter.of(Language.SWAHILI, WRITTEN);

    @Test
    void hasItsSubjectInTheFirstLine() {
        assertThat(letter.subject()).isEqualTo("Please pay");
        assertThat(letter.text()).startsWith("Hello,\n\nWhat follows:\n\n- one & two\n- call ");
    }

    @Test
    void saysTheSameAsAPage() {
        assertThat(letter.html())
                .contains("<html lang=\"sw\">", "<title>Please pay</title>", "<p>Hello,</p>")
                .contains("<p><strong>What follows:</strong></p>")
                .contains("<ul>\n<li>one &amp; two</li>\n<li>call ")
                .contains("<p>Lender<br>\n&lt;b&gt;Phone&lt;/b&gt;</p>");
    }

    @Test
    void makesNumbersAndPagesLinks() {
        assertThat(letter.html())
                .contains("<a href=\"tel:+254700000000\">+254700000000</a>")
                .contains("<a href=\"https://sandbox.example/help?a=1&amp;b=2\">");
    }

    @Test
    void isNoLetterWithoutAText() {
        assertThatIllegalArgumentException().isThrownBy(() -> Letter.of(Language.ENGLISH, "Only a subject\n"));
    }
}
