package io.latchkey.notice.domain;

import static io.latchkey.notice.Notices.ORDERED_AT;
import static io.latchkey.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @Test
    void sayWhatIsDueSinceWhenAndWhatFollows() {
        Words words = Words.of(notice().build(), ORDERED_AT);

        assertThat(words.amountDue()).isEqualTo("KES 5,000.00");
        assertThat(words.outstanding()).isEqualTo("KES 15,000.00");
        assertThat(words.dueDate()).isEqualTo("31 January 2027");
        assertThat(words.daysLate()).isEqualTo(45);
        assertThat(words.consequence()).isEqualTo("your device is locked");
        assertThat(words.restrictions()).hasSize(3).contains("the camera");
        assertThat(words.notBefore()).isEqualTo("24 March 2027");
        assertThat(words.clauses()).isEqualTo("standard@1/ladder/2, ZZ@1/notices-first");
    }

    @ParameterizedTest
    @CsvSource({
        "sw-KE, 31 Januari 2027, kifaa chako kitafungwa",
        "hi-IN, 31 जनवरी 2027, आपका डिवाइस लॉक कर दिया जाएगा",
        "de-DE, 31 January 2027, your device is locked",
        "no tag at all, 31 January 2027, your device is locked"
    })
    void speakTheBorrowersLanguageOrEnglish(String locale, String dueDate, String consequence) {
        Words words = Words.of(notice().locale(locale).build(), ORDERED_AT);

        assertThat(words.dueDate()).isEqualTo(dueDate);
        assertThat(words.consequence()).isEqualTo(consequence);
    }

    @ParameterizedTest
    @CsvSource({
        "KES, 500000, 'KES 5,000.00'",
        "KES, 99, KES 0.99",
        "INR, 12345678900, 'INR 12,34,56,789.00'",
        "INR, 99900, INR 999.00",
        "JPY, 1234567, 'JPY 1,234,567'",
        "KWD, 1234567, 'KWD 1,234.567'",
        "KES, 0, KES 0.00"
    })
    void writeAmountsWithTheDigitsOfTheirCurrency(String currency, long minorUnits, String text) {
        Words words =
                Words.of(notice().owing(currency, minorUnits, minorUnits, 1).build(), ORDERED_AT);

        assertThat(words.amountDue()).isEqualTo(text);
    }

    @Test
    void putOffWhatFollowsByTheDaysThatTheLetterIsLate() {
        Words words = Words.of(notice().build(), ORDERED_AT.plus(Duration.ofDays(3)));

        assertThat(words.notBefore()).isEqualTo("27 March 2027");
    }

    @Test
    void areEmptyWhereThereIsNothingToSay() {
        Words words = Words.of(
                notice().owing("KES", 0, 1_000_000, 0).withoutConsequence().build(), ORDERED_AT);

        assertThat(words.owing()).isFalse();
        assertThat(words.dueDate()).isEmpty();
        assertThat(words.consequence()).isEmpty();
        assertThat(words.notBefore()).isEmpty();
    }

    @Test
    void letNoNameOpenALineOfItsOwn() {
        Words words = Words.of(
                notice().lender("Evil\r\nBcc: all@example.org\u2028next").build(), ORDERED_AT);

        assertThat(words.lender()).doesNotContain("\r", "\n", "\u2028");
    }

    @ParameterizedTest
    @EnumSource
    void haveAWordForEverything(Language language) {
        assertThat(Stage.values())
                .allSatisfy(stage -> assertThat(Vocabulary.of(stage, language)).isNotBlank());
        assertThat(Restriction.values()).allSatisfy(restriction -> assertThat(Vocabulary.of(restriction, language))
                .isNotBlank());
    }
}
