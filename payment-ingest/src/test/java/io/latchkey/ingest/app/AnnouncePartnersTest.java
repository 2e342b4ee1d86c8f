package io.latchkey.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.PartnerEvent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Policy.Step;
import io.latchkey.ingest.domain.OfferedPolicy;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.PartnerTerms;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncePartnersTest {

    private static final Policy MILD = new Policy("standard", 1, "ZZ", List.of());
    private static final Policy HARSH = new Policy("standard", 1, "ZZ", List.of(new Step(1, Stage.LOCKED, List.of())));
    private static final Policy HARSH_IN_KENYA =
            new Policy("hasty", 1, "KE", List.of(new Step(1, Stage.LOCKED, List.of())));

    private final InMemoryRegister register = new InMemoryRegister();
    private final List<String> published = new ArrayList<>();
    private final List<Optional<PackId>> packs = new ArrayList<>();
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

    @Test
    void refusesANewPolicyThatIsHarsherThanItsPackAndPublishesNothing() {
        assertThatThrownBy(() -> start("Sandbox", MILD, new Policy("hasty", 1, "ZZ", HARSH.ladder()), HARSH_IN_KENYA))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageContainingAll(
                        "a test at /policies/1/ladder/0/dpd: begin the step on day 30 or later",
                        "ZZ@1/taken-not-before",
                        "ZZ@1/notice",
                        "ZZ@1/lighter-step-first",
                        "a test at /policies/2/ladder/0/notices",
                        "KE@1/notice");
        assertThat(register.pending().await().indefinitely()).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void publishesAPolicyWithThePackThatItKeepsTo() {
        start("Sandbox", MILD, new Policy("abroad", 1, "KE", List.of()));

        assertThat(packs).containsExactly(Optional.of(new PackId("ZZ", 1)), Optional.of(new PackId("KE", 1)));
    }

    @Test
    void aPolicyThatIsKeptStaysWhateverTheLawHasBecome() {
        register.keep(new PartnerId("sandbox"), HARSH, new PackId("ZZ", 1))
                .await()
                .indefinitely();

        start("Sandbox", HARSH);

        assertThat(published).containsExactly("sandbox:policy:standard:1", "sandbox:profile:1");
    }

    private AnnouncePartners start(String name, Policy... policies) {
        AnnouncePartners announcePartners = new AnnouncePartners(
                only(name, policies), register, this::publish, new KeepPolicy(register, new BusinessClock()));
        announcePartners.keep().await().indefinitely();
        announcePartners.announce().await().indefinitely();
        return announcePartners;
    }

    private Uni<Void> publish(List<Announcement> announcements) {
        if (kafkaIsAway) {
            return Uni.createFrom().failure(new UnavailableException("Kafka", new IllegalStateException()));
        }
        for (Announcement one : announcements) {
            published.add(one.id());
            if (one.event() instanceof PartnerEvent.PolicyPublished policy) {
                packs.add(policy.pack());
            }
        }
        return Uni.createFrom().voidItem();
    }

    private static Partners only(String name, Policy... policies) {
        PartnerProfile profile = new PartnerProfile(
                name, "ZZ", ZoneId.of("Africa/Nairobi"), "+254700000000", "https://sandbox.example/help");
        List<OfferedPolicy> offered = IntStream.range(0, policies.length)
                .mapToObj(i -> new OfferedPolicy(policies[i], "a test", "/policies/" + i))
                .toList();
        Partner partner = new Partner(
                new PartnerId("sandbox"),
                new PartnerTerms(profile, RemittanceRule.DEFAULT, Pace.DEFAULT, Partner.Feed.MANUAL, false),
                List.of(),
                offered);
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
