package io.latchkey.issuer.domain;

import static io.latchkey.issuer.Intents.intent;
import static io.latchkey.issuer.Intents.notice;
import static io.latchkey.issuer.Intents.noticeAhead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.LockIntent;
import io.latchkey.events.Notice.Ahead;
import io.latchkey.events.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
        int english = ScreenTexts.of(stage, Optional.empty(), "en").get("en").size();

        assertThat(english).isPositive();
        for (String language : new String[] {"sw", "hi", "pt", "fr", "es"}) {
            assertThat(ScreenTexts.of(stage, Optional.empty(), language).get(language))
                    .hasSize(english);
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
    @CsvSource(delimiter = '|', textBlock = """
            en    | Unless the amount due is paid, this device may be locked from 1 March 2027 at the earliest
            sw-KE | Usipolipa kiasi unachodaiwa, kifaa hiki kinaweza kufungwa kuanzia tarehe 1 Machi 2027, si kabla
            hi-IN | देय राशि का भुगतान न होने पर 1 मार्च 2027 से यह डिवाइस लॉक किया जा सकता है, उससे पहले नहीं
            pt-MZ | Se o valor em dívida não for pago, este aparelho poderá ser bloqueado a partir de 1 de março de 2027
            fr    | Si le montant dû n’est pas réglé, cet appareil pourra être verrouillé à partir du 1er mars 2027 au plus tôt
            es-MX | Si no se paga el importe pendiente, este dispositivo se podrá bloquear a partir del 1 de marzo de 2027
            """)
    void aStepThatLiesAheadIsToldRightAfterTheStage(String locale, String line) {
        TokenClaims claims = TokenClaims.from(
                intent().stage(Stage.REMINDED).notice(noticeAhead(locale)).build());

        List<String> lines = claims.notice().text().get(locale);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isEqualTo(line);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"RESTRICTED", "LOCKED"})
    void everyMonthOfEveryStepHasItsWordInEveryLanguage(Stage stage) {
        for (String language : new String[] {"en", "sw", "hi", "pt", "fr", "es"}) {
            assertThat(IntStream.rangeClosed(1, 12)
                            .mapToObj(month -> new Ahead(
                                    stage, List.of(), LocalDate.of(2027, month, 28), LocalDate.of(2027, 1, 1)))
                            .map(ahead -> ScreenTexts.of(Stage.REMINDED, Optional.of(ahead), language)
                                    .get(language)
                                    .get(1)))
                    .doesNotHaveDuplicates()
                    .allSatisfy(line ->
                            assertThat(line).contains("28").contains("2027").doesNotContain("{"));
        }
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
