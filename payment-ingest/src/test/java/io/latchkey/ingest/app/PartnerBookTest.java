package io.latchkey.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.ingest.app.PartnerVault.Content;
import io.latchkey.ingest.app.PartnerVault.KeptKey;
import io.latchkey.ingest.domain.LiveKey;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.PartnerTerms;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.ingest.domain.WebhookKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartnerBookTest {

    private static final PartnerId FILED = new PartnerId("filed");
    private static final PartnerId TOLD = new PartnerId("told");
    private static final LiveKey KEY = LiveKey.forGood(WebhookKey.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    private final FakeVault vault = new FakeVault();
    private final PartnerBook book =
            new PartnerBook(() -> List.of(new Partner(FILED, terms("Of the file"), List.of(KEY), List.of())), vault);

    @Test
    void whatTheFileSaysOfAPartnerStandsWhateverWasTold() {
        vault.content = new Content(1, Map.of(FILED, terms("Told"), TOLD, terms("Told")), Map.of());

        book.read().await().indefinitely();

        assertThat(book.find(FILED).orElseThrow().profile().name()).isEqualTo("Of the file");
        assertThat(book.find(TOLD).orElseThrow().profile().name()).isEqualTo("Told");
        assertThat(book.isOfFile(FILED)).isTrue();
        assertThat(book.isOfFile(TOLD)).isFalse();
    }

    @Test
    void keysThatWereToldAreAddedToThoseOfTheFile() {
        LiveKey more = LiveKey.forGood(WebhookKey.of("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        KeptKey kept = new KeptKey("k", more, Instant.EPOCH);
        vault.content = new Content(1, Map.of(), Map.of(FILED, List.of(kept), TOLD, List.of(kept)));

        book.read().await().indefinitely();

        assertThat(book.find(FILED).orElseThrow().keys()).containsExactly(KEY, more);
        assertThat(book.find(TOLD)).as("whose terms nobody told").isEmpty();
    }

    @Test
    void whatOthersWereToldIsReadWhenItChangedAndOnlyThen() {
        book.keepUp().await().indefinitely();
        assertThat(vault.readings).isZero();

        vault.content = new Content(1, Map.of(TOLD, terms("Told")), Map.of());
        book.keepUp().await().indefinitely();
        book.keepUp().await().indefinitely();

        assertThat(vault.readings).isOne();
        assertThat(book.find(TOLD)).isPresent();
    }

    @Test
    void aReadingThatEndsAfterALaterOneChangesNothing() {
        vault.content = new Content(2, Map.of(TOLD, terms("Told")), Map.of());
        book.read().await().indefinitely();

        vault.content = new Content(1, Map.of(), Map.of());
        book.read().await().indefinitely();

        assertThat(book.find(TOLD)).isPresent();
    }

    private static PartnerTerms terms(String name) {
        return new PartnerTerms(
                new PartnerProfile(name, "KE", ZoneId.of("Africa/Nairobi"), "+254700000000", "https://s.example"),
                RemittanceRule.DEFAULT,
                Pace.DEFAULT,
                Partner.Feed.MANUAL,
                false);
    }

    /** Holds what a test puts into it. */
    private static final class FakeVault implements PartnerVault {

        private Content content = Content.NONE;
        private int readings;

        @Override
        public boolean canSeal() {
            return true;
        }

        @Override
        public Uni<Long> changes() {
            return Uni.createFrom().item(content.changes());
        }

        @Override
        public Uni<Content> read() {
            readings++;
            return Uni.createFrom().item(content);
        }

        @Override
        public Uni<Void> keep(PartnerId id, PartnerTerms terms) {
            throw new AssertionError("the book only reads");
        }

        @Override
        public Uni<Void> keepKey(PartnerId id, String keyId, String key, Optional<Instant> until) {
            throw new AssertionError("the book only reads");
        }

        @Override
        public Uni<Boolean> endKey(PartnerId id, String keyId, Optional<Instant> until) {
            throw new AssertionError("the book only reads");
        }

        @Override
        public Uni<Boolean> forgetKey(PartnerId id, String keyId) {
            throw new AssertionError("the book only reads");
        }
    }
}
