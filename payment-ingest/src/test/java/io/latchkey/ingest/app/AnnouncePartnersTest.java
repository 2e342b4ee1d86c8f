package io.latchkey.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Policy.Step;
import io.latchkey.events.Stage;
import io.latchkey.ingest.domain.Partner;
import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncePartnersTest {

    private static final Policy MILD = new Policy("standard", 1, "ZZ", List.of());
    private static final Policy HARSH = new Policy("standard", 1, "ZZ", List.of(new Step(1, Stage.LOCKED, List.of())));

    private final InMemoryRegister register = new InMemoryRegister();
    private final List<String> published = new ArrayList<>();
    private boolean kafkaIsAway;

    @Test
    void announcesWhatIsNewOnceAndIsDoneThen() {
        start("Sandbox", MILD);
        AnnouncePartners again = start("Sandbox", MILD);

        assertThat(published).containsExactly("sandbox:profile:1", "sandbox:policy:standard:1");
        assertThat(again.isDone()).isTrue();
    }

    @Test
    void announcesAChangedProfileWithTheNextRevision() {
        start("Sandbox", MILD);
        start("Sandbox Ltd", MILD);

        assertThat(published).endsWith("sandbox:profile:2");
    }

    @Test
    void announcesAfterKafkaIsBackWhatItCouldNotBefore() {
        kafkaIsAway = true;
        assertThatThrownBy(() -> start("Sandbox", MILD)).isInstanceOf(UnavailableException.class);
        kafkaIsAway = false;

        start("Sandbox", MILD);

        assertThat(published).hasSize(2);
    }

    @Test
    void refusesAPolicyThatChangedUnderItsVersion() {
        start("Sandbox", MILD);

        assertThatThrownBy(() -> start("Sandbox", HARSH))
                .isInstanceOf(PolicyChangedException.class)
                .hasMessageContaining("publish it as version 2");
    }

    private AnnouncePartners start(String name, Policy policy) {
        AnnouncePartners announcePartners = new AnnouncePartners(only(name, policy), register, this::publish);
        announcePartners.keep().await().indefinitely();
        announcePartners.announce().await().indefinitely();
        return announcePartners;
    }

    private Uni<Void> publish(List<Announcement> announcements) {
        if (kafkaIsAway) {
            return Uni.createFrom().failure(new UnavailableException("Kafka", new IllegalStateException()));
        }
        announcements.forEach(one -> published.add(one.id()));
        return Uni.createFrom().voidItem();
    }

    private static Partners only(String name, Policy policy) {
        PartnerProfile profile = new PartnerProfile(
                name, "ZZ", ZoneId.of("Africa/Nairobi"), "+254700000000", "https://sandbox.example/help");
        Partner partner =
                new Partner(new PartnerId("sandbox"), profile, List.of(), List.of(policy), Partner.Feed.MANUAL);
        return new Partners() {
            @Override
            public Optional<Partner> find(PartnerId id) {
                return Optional.of(partner).filter(one -> one.id().equals(id));
            }

            @Override
            public Collection<Partner> all() {
                return List.of(partner);
            }
        };
    }
}
