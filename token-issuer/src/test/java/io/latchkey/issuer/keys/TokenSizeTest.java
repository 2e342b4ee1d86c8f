package io.latchkey.issuer.keys;

import static io.latchkey.issuer.Intents.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.LockIntent;
import io.latchkey.events.Money;
import io.latchkey.events.Notice;
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
        assertThat(claims.notice().text().get("en"))
                .startsWith(whole.notice().text().get("en").get(0));
    }

    @Test
    void anOrdinaryTokenKeepsAllItsWords() {
        TokenClaims claims = TokenClaims.from(intent().build());

        assertThat(claims.shortened(signer::fits)).isEqualTo(claims);
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
                Optional.empty());
        Stage stage = STAGES.get(random.nextInt(STAGES.size()));
        return intent().stage(stage)
                .revision(1 + random.nextLong(Long.MAX_VALUE - 1))
                .notice(notice)
                .build();
    }

    /** Up to 2,000 code points, among them control characters and such as take four bytes. */
    private static String text(Random random) {
        int[] kinds = {'a', 'ü', 0x0939, 0x1F4F1, 1, '"'};
        int kind = kinds[random.nextInt(kinds.length)];
        return Character.toString(kind).repeat(random.nextInt(1 << random.nextInt(12)));
    }
}
