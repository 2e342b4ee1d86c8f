package io.latchkey.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LetterPagesTest {

    private static final String ATTACK = "\"><script>alert(1)</script>";
    private static final Letter LETTER =
            new Letter("7", "2027-01-31T09:00:00Z", ATTACK, List.of(ATTACK), ATTACK, ATTACK, ATTACK, ATTACK);

    @Test
    void nothingOfALetterBecomesPartOfAPage() {
        assertThat(LetterPages.list(List.of(LETTER)))
                .doesNotContain("<script>")
                .contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(LetterPages.one(LETTER)).doesNotContain("<script>").contains("<iframe sandbox ");
    }

    @Test
    void theListLeadsToEachLetter() {
        assertThat(LetterPages.list(List.of(LETTER))).contains("href=\"/letters/7\"");
        assertThat(LetterPages.list(List.of())).contains("No letter yet");
    }
}
