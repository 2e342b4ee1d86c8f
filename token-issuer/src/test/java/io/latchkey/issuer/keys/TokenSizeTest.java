package io.latchkey.issuer.keys;

import static io.latchkey.issuer.Intents.intent;
import static io.latchkey.issuer.Intents.noticeAhead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.LockIntent;
import io.latchkey.events.Money;
import io.latchkey.events.Notice;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.testing.RandomSeeds;
import io.latchkey.issuer.domain.TokenClaims;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSizeTest {

    private static final String[] LOCALES = {"en", "hi-IN", "sw-KE", "fr", "de", "x".repeat(300)};
    private static final List<Stage> STAGES = List.of(Stage.values());
    private final Es256Signer signer = TestKeys.signer();

    @ParameterizedTest
    @RandomSeeds(500)
    void noTokenIsLongerThanTwoKibibytesAndTheStateIsNeverCut(long seed) {
        LockIntent intent = randomIntent(new Random(seed));

        TokenClaims whole = TokenClaims.from(intent);
        TokenClaims claims = whole.shortened(signer::fits);

        assertThat(signer.sign(claims)).hasSizeLessThanOrEqualTo(2048);
        assertThat(claims.restrictions()).isEqualTo(whole.restrictions());
        assertThat(claims.stage()).isEqualTo(whole.stage());
        assertThat(claims.id()).isEqualTo(whole.id());
        assertThat(claims.notice().amountDue()).isEqualTo(whole.notice().amountDue());
        assertThat(claims.notice().ahead()).isEqualTo(whole.notice().ahead());
        assertThat(claims.notice().text().get("en"))
                .first()
                .isEqualTo(whole.notice().text().get("en").get(0));
        assertThat(shown(claims)).isIn(mustStay(whole, "en"), mustStay(whole, shownTag(whole)), shown(whole));
    }

    private static List<String> shown(TokenClaims claims) {
        return claims.notice().text().get(shownTag(claims));
    }

    /** A screen speaks the borrower's language if the token does. */
    private static String shownTag(TokenClaims claims) {
        String locale = claims.notice().locale();
        return claims.notice().text().containsKey(locale) ? locale : "en";
    }

    /** The stage, and what must be told before it follows: lock-decision counts it as told once the token is applied. */
    private static List<String> mustStay(TokenClaims whole, String tag) {
        return whole.notice().text().get(tag).subList(0, whole.notice().ahead().isPresent() ? 2 : 1);
    }

    @Test
    void anOrdinaryTokenKeepsAllItsWords() {
        TokenClaims claims = TokenClaims.from(intent().build());

        assertThat(claims.shortened(signer::fits)).isEqualTo(claims);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sw-KE", "hi-IN", "pt-BR", "fr-CI", "es-MX"})
    void theBorrowersLanguageKeepsAllItsWordsAlsoWhileAStepLiesAhead(String locale) {
        TokenClaims claims = TokenClaims.from(
                intent().stage(Stage.RESTRICTED).notice(noticeAhead(locale)).build());

        TokenClaims sent = claims.shortened(signer::fits);

        assertThat(sent.notice().text().get(locale))
                .isEqualTo(claims.notice().text().get(locale));
    }

    @Test
    void aReasonWithoutMeasureIsRefused() {
        TokenClaims claims = TokenClaims.from(intent().reason("r".repeat(3000)).build());

        assertThatThrownBy(() -> claims.shortened(signer::fits)).hasMessageContaining("longer than a token may be");
    }

    private static LockIntent randomIntent(Random random) {
        Notice notice = new Notice(
                LOCALES[random.nextInt(LOCALES.length)],
                text(random),
                new Money(random.nextLong(Long.MAX_VALUE), Currency.getInstance("KES")),
                Optional.of(LocalDate.ofEpochDay(random.nextInt(100_000))),
                text(random),
                "https://" + text(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(randomAhead(random)));
        Stage stage = STAGES.get(random.nextInt(STAGES.size()));
        return intent().stage(stage)
                .revision(1 + random.nextLong(Long.MAX_VALUE - 1))
                .notice(notice)
                .build();
    }

    private static Notice.Ahead randomAhead(Random random) {
        return new Notice.Ahead(
                random.nextBoolean() ? Stage.LOCKED : Stage.RESTRICTED,
                List.of(Restriction.values()),
                LocalDate.ofEpochDay(random.nextInt(100_000)),
                LocalDate.ofEpochDay(random.nextInt(100_000)));
    }

    /** Up to 2,000 code points, among them control characters and such as take four bytes. */
    private static String text(Random random) {
        int[] kinds = {'a', 'ü', 0x0939, 0x1F4F1, 1, '"'};
        int kind = kinds[random.nextInt(kinds.length)];
        return Character.toString(kind).repeat(random.nextInt(1 << random.nextInt(12)));
    }
}
