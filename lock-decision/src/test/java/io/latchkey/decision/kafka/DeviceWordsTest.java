package io.latchkey.decision.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.app.DeviceWord;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport;
import io.latchkey.events.DeviceReport.HandsetSeen;
import io.latchkey.events.DeviceReport.Signed;
import io.latchkey.events.DeviceReport.TokenApplied;
import io.latchkey.events.DeviceReport.TokenRefused;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceWordsTest {

    private static final DeviceId DEVICE = new DeviceId("d1_" + "0".repeat(32));
    private static final Signed HOLDS_SEVEN = new Signed(3, 7, Instant.EPOCH, "evidence");

    @Test
    void aHandsetThatConnectsIsTakenAtItsWordInRevisionAndStage() {
        HandsetWord word = word(new HandsetSeen(DEVICE, 1, Stage.LOCKED, HOLDS_SEVEN));

        assertThat(word.revision()).isEqualTo(7);
        assertThat(word.obeys()).contains(Stage.LOCKED);
    }

    @Test
    void anAppliedTokenTellsTheRevisionOnly() {
        assertThat(word(new TokenApplied(DEVICE, 1, Stage.LOCKED, HOLDS_SEVEN)).obeys())
                .isEmpty();
    }

    @Test
    void aTokenThatWasStaleUnderTheVeryRevisionHeldShowsOtherContent() {
        assertThat(word(refused("stale", 7L)).deniesOurs()).isTrue();
        assertThat(word(refused("stale", 6L)).deniesOurs()).isFalse();
        assertThat(word(refused("bad-signature", 7L)).deniesOurs()).isFalse();
    }

    private static DeviceReport refused(String reason, long received) {
        return new TokenRefused(DEVICE, 1, reason, Optional.of(received), HOLDS_SEVEN);
    }

    private static HandsetWord word(DeviceReport report) {
        return ((DeviceWord.Holds) DeviceWords.of(report).orElseThrow()).word();
    }
}
