package io.latchkey.ingest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.FaultCode;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Policy.Step;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.events.policy.PolicyReading;
import io.latchkey.ingest.app.Publication.Published;
import io.latchkey.ingest.app.Publication.Refused;
import io.latchkey.ingest.app.Publication.Unchanged;
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
import org.junit.jupiter.api.Test;

class PublishPolicyTest {

    private static final Partner PARTNER = new Partner(
            new PartnerId("sandbox"),
            new PartnerTerms(
                    new PartnerProfile(
                            "Sandbox", "ZZ", ZoneId.of("Africa/Nairobi"), "+254700000000", "https://s.example"),
                    RemittanceRule.DEFAULT,
                    Pace.DEFAULT,
                    Partner.Feed.MANUAL,
                    false),
            List.of(),
            List.of());

    private static final Policy MILD = new Policy("standard", 1, "ZZ", List.of());
    private static final Policy REMINDING =
            new Policy("standard", 1, "ZZ", List.of(new Step(0, Stage.REMINDED, List.of())));
    private static final Policy HARSH = new Policy("standard", 1, "ZZ", List.of(new Step(1, Stage.LOCKED, List.of())));

    private final InMemoryRegister register = new InMemoryRegister();
    private final List<Announcement> announced = new ArrayList<>();
    private boolean kafkaIsAway;

    private final Instance here = new Instance();
    private final Instance elsewhere = new Instance();

    @Test
    void newContentIsTheNextVersionAndIsAnnouncedWithItsPack() {
        assertThat(here.publish(MILD)).isEqualTo(new Published(MILD));
        assertThat(here.publish(REMINDING)).isEqualTo(new Published(REMINDING.asVersion(2)));

        assertThat(announced)
                .extracting(Announcement::id)
                .containsExactly("sandbox:policy:standard:1", "sandbox:policy:standard:2");
        assertThat(announced).allSatisfy(one -> assertThat(((PolicyPublished) one.event()).pack())
                .contains(new PackId("ZZ", 1)));
        assertThat(here.newest()).contains(REMINDING.asVersion(2));
    }

    @Test
    void theSameContentAgainIsTheVersionThatThereIs() {
        here.publish(MILD);
        here.publish(REMINDING);

        assertThat(here.publish(REMINDING)).isEqualTo(new Unchanged(REMINDING.asVersion(2)));
        assertThat(here.publish(REMINDING.asVersion(9))).isEqualTo(new Unchanged(REMINDING.asVersion(2)));
        assertThat(here.publish(MILD)).isEqualTo(new Published(MILD.asVersion(3)));
        assertThat(announced).hasSize(3);
    }

    @Test
    void whatIsHarsherThanItsPackIsRefusedClauseByClause() {
        Refused refused = (Refused) here.publish(HARSH);

        assertThat(refused.faults())
                .allSatisfy(fault -> assertThat(fault.code()).isEqualTo(FaultCode.HARSHER_THAN_PACK))
                .flatExtracting(fault -> fault.clause().stream().toList())
                .contains("ZZ@1/taken-not-before", "ZZ@1/notice", "ZZ@1/lighter-step-first");
        assertThat(announced).isEmpty();
        assertThat(here.newest()).isEmpty();
    }

    @Test
    void aFaultyDocumentIsRefusedWithItsFaultsAndWhatIsUnlawfulInIt() {
        PolicyFault fault = new PolicyFault("/name", FaultCode.MALFORMED, Optional.empty(), "write another");

        Refused refused = (Refused) here.publish(new PolicyReading(Optional.of(HARSH), List.of(fault)));

        assertThat(refused.faults()).startsWith(fault).hasSizeGreaterThan(1);
        assertThat(here.publish(new PolicyReading(Optional.empty(), List.of(fault))))
                .isEqualTo(new Refused(List.of(fault)));
    }

    @Test
    void whatKafkaDidNotGetIsAnnouncedWhenTheSameIsSentAgain() {
        kafkaIsAway = true;
        assertThatThrownBy(() -> here.publish(MILD)).isInstanceOf(UnavailableException.class);
        kafkaIsAway = false;

        assertThat(here.publish(MILD)).isEqualTo(new Unchanged(MILD));
        assertThat(announced).hasSize(1);
    }

    @Test
    void whatKafkaDidNotGetIsAnnouncedByWhoeverKeepsUp() {
        elsewhere.start();
        kafkaIsAway = true;
        assertThatThrownBy(() -> here.publish(MILD)).isInstanceOf(UnavailableException.class);
        kafkaIsAway = false;

        elsewhere.keepUp();

        assertThat(announced).extracting(Announcement::id).containsExactly("sandbox:policy:standard:1");
    }

    @Test
    void anotherInstanceKnowsItAsSoonAsItKeepsUp() {
        elsewhere.start();
        here.publish(MILD);
        here.publish(REMINDING);
        assertThat(elsewhere.newest()).isEmpty();

        elsewhere.keepUp();

        assertThat(elsewhere.newest()).contains(REMINDING.asVersion(2));
        assertThat(elsewhere.publish(REMINDING)).isInstanceOf(Unchanged.class);
    }

    /** What every instance has of its own beside the database and Kafka. */
    private final class Instance {

        private final KeepPolicy keepPolicy = new KeepPolicy(register, new BusinessClock());
        private final AnnouncePartners announcePartners =
                new AnnouncePartners(new Nobody(), register, PublishPolicyTest.this::announce, keepPolicy);
        private final PolicyBook book = new PolicyBook(register, announcePartners);
        private final PublishPolicy publishPolicy = new PublishPolicy(register, keepPolicy, announcePartners, book);

        void start() {
            announcePartners.announce().await().indefinitely();
            book.read().await().indefinitely();
        }

        Publication publish(Policy policy) {
            return publish(new PolicyReading(Optional.of(policy), List.of()));
        }

        Publication publish(PolicyReading document) {
            return publishPolicy.publish(PARTNER, document).await().indefinitely();
        }

        void keepUp() {
            book.keepUp().await().indefinitely();
        }

        Optional<Policy> newest() {
            return book.of(PARTNER.id()).newest("standard");
        }
    }

    private Uni<Void> announce(List<Announcement> announcements) {
        if (kafkaIsAway) {
            return Uni.createFrom().failure(new UnavailableException("Kafka"));
        }
        announced.addAll(announcements);
        return Uni.createFrom().voidItem();
    }

    /** Of the partners in the file, none. */
    private static final class Nobody implements Partners {

        @Override
        public Optional<Partner> find(PartnerId id) {
            return Optional.empty();
        }

        @Override
        public Collection<Partner> all() {
            return List.of();
        }
    }
}
