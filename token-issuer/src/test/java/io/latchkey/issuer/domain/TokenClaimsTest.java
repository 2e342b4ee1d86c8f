package io.latchkey.issuer.domain;

import static io.latchkey.issuer.Intents.intent;
import static io.latchkey.issuer.Intents.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.LockIntent;
import io.latchkey.events.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {

    @Test
    void carryTheWholeStateOfTheIntent() {
        LockIntent intent = intent().build();

        TokenClaims claims = TokenClaims.from(intent);

        assertThat(claims.id()).isEqualTo(intent.deviceId() + ":4");
        assertThat(claims.loanId()).isEqualTo(intent.loanId());
        assertThat(claims.enrollments()).containsExactly(1);
        assertThat(claims.stage()).isEqualTo(Stage.LOCKED);
        assertThat(claims.restrictions()).isEqualTo(intent.restrictions());
        assertThat(claims.issuedAt()).isEqualTo(intent.decidedAt());
        assertThat(claims.notice().amountDue()).isEqualTo(intent.notice().amountDue());
        assertThat(claims.notice().oldestDueDate()).isEqualTo(intent.notice().oldestDueDate());
    }

    @Test
    void equalIntentsGiveEqualClaims() {
        assertThat(TokenClaims.from(intent().build())).isEqualTo(TokenClaims.from(intent().build()));
    }

    @Test
    void aLockedScreenBeginsWithTheAgreedSentence() {
        TokenClaims claims = TokenClaims.from(intent().build());

        assertThat(claims.notice().text().get("en"))
                .first()
                .isEqualTo("This device is locked due to an overdue installment payment");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageHasWordsInEveryLanguageThatWeSpeak(Stage stage) {
        int english = ScreenTexts.of(stage, "en").get("en").size();

        assertThat(english).isPositive();
        for (String language : new String[] {"sw", "hi", "pt", "fr", "es"}) {
            assertThat(ScreenTexts.of(stage, language).get(language)).hasSize(english);
        }
    }

    @ParameterizedTest
    @CsvSource({"sw-KE,Kifaa", "hi-IN,किस्त", "pt-MZ,Este aparelho", "fr,Cet appareil", "es-419,Este dispositivo"})
    void theBorrowersLanguageStandsBesideEnglishUnderItsOwnTag(String locale, String beginning) {
        TokenClaims claims =
                TokenClaims.from(intent().notice(notice(locale, "Lender")).build());

        assertThat(claims.notice().text()).containsOnlyKeys("en", locale);
        assertThat(claims.notice().text().get(locale)).first().asString().startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-KE", "de-DE", "xx", "", "not a tag"})
    void aLanguageThatWeDoNotSpeakLeavesEnglish(String locale) {
        TokenClaims claims =
                TokenClaims.from(intent().notice(notice(locale, "Lender")).build());

        assertThat(claims.notice().text()).containsOnlyKeys("en");
    }

    @Test
    void aStateThatCannotFitIsRefusedAndNotCut() {
        TokenClaims claims = TokenClaims.from(intent().build());

        assertThatThrownBy(() -> claims.shortened(ignored -> false)).isInstanceOf(IllegalArgumentException.class);
    }
}
