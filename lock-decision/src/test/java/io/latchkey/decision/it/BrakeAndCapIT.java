package io.latchkey.decision.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.latchkey.events.FleetDecision.BatchProposed;
import io.latchkey.events.FleetDecision.BatchReleased;
import io.latchkey.events.FleetDecision.BrakeChanged;
import io.latchkey.events.InstallmentEvent.FeedWatermark;
import io.latchkey.events.LoanDecision.EscalationHeld;
import io.latchkey.events.LoanDecision.Released;
import io.latchkey.events.LoanDecision.StageEntered;
import io.latchkey.events.PartnerEvent.PartnerRegistered;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.SupportRequest.BatchApproved;
import io.latchkey.events.SupportRequest.PaymentMatched;
import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.Brake;
import io.latchkey.events.policy.Cap;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Reprieves;
import io.latchkey.events.policy.Window;
import io.latchkey.kit.clock.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a partner's escalations away as a whole: payments that are not complete, and too many at once. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class BrakeAndCapIT {

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** Of its own, so that no other test's feed, parked money or hour counts. */
    private final PartnerId lender =
            new PartnerId("lender-" + UUID.randomUUID().toString().substring(0, 8));

    private Wire wire;

    @BeforeEach
    void openTheTopics() {
        wire = new Wire(bootstrapServers);
        wire.send(new PartnerRegistered(lender, Story.partner().profile()));
        wire.send(new PolicyPublished(lender, policy(), Optional.empty()));
    }

    @AfterEach
    void closeThem() {
        wire.close();
    }

    @Test
    void aStepWaitsForTheWatermarkThatPassesItsDayAndFallsWhenThatComes() {
        Story loan = sold(today());
        completeThrough(clock.now());
        entered(loan, Stage.REMINDED);

        Told.walk("P31D");
        EscalationHeld held =
                wire.await(EscalationHeld.class, one -> one.loanId().equals(loan.loanId()));
        assertThat(held.basis().inputs().orElseThrow().rungs().getFirst().hindrances())
                .anySatisfy(one -> assertThat(one.reason()).isEqualTo("feed-incomplete"));
        BrakeChanged on = wire.await(
                BrakeChanged.class,
                one -> one.partnerId().equals(lender) && one.cause().equals(Optional.of("feed-silent")));

        completeThrough(clock.now());

        entered(loan, Stage.RESTRICTED);
        wire.await(
                BrakeChanged.class,
                one -> one.partnerId().equals(lender)
                        && !one.on()
                        && one.changedAt().isAfter(on.changedAt()));
    }

    @Test
    void moneyWithoutALoanHoldsAllUntilItIsMatched() {
        Story loan = sold(today());
        Story nobody = Story.firstDueOn(today()).of(lender);
        wire.send(nobody.paid("lost", 50));
        completeThrough(Instant.parse("2100-01-01T00:00:00Z"));
        wire.await(
                BrakeChanged.class,
                one -> one.partnerId().equals(lender) && one.cause().equals(Optional.of("parked-too-many")));

        wire.send(new PaymentMatched(
                loan.loanId(), lender, nobody.paid("lost", 50).paymentId(), "u-1", clock.now()));

        StageEntered reminded = entered(loan, Stage.REMINDED);
        assertThat(reminded.basis().position().arrears().minorUnits()).isEqualTo(50);
    }

    @Test
    void whatAnHourHasNoPlaceForWaitsUntilTwoDifferentSupervisorsApprove() {
        completeThrough(Instant.parse("2100-01-01T00:00:00Z"));
        List<Story> loans = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            loans.add(sold(today()));
        }
        loans.forEach(loan -> entered(loan, Stage.REMINDED));
        Told.walk("P30D");
        BatchProposed batch =
                wire.await(BatchProposed.class, one -> one.partnerId().equals(lender));
        assertThat(batch.placesAnHour()).isEqualTo(2);
        assertThat(restricted()).hasSize(2);

        approve(batch, "u-1");
        approve(batch, "u-1");
        Told.walk("PT2H");
        assertThat(restricted()).hasSize(2);
        approve(batch, "u-2");

        BatchReleased released =
                wire.await(BatchReleased.class, one -> one.partnerId().equals(lender));
        assertThat(released.approvedBy()).containsExactly("u-1", "u-2");
        loans.forEach(loan -> entered(loan, Stage.RESTRICTED));
    }

    @Test
    void aFleetIsCountedAsItsLoansBeginAndEnd() {
        Story ends = sold(today());
        sold(today());
        await().until(() -> fleet().equals(Set.of("loans=2")));

        wire.send(ends.paid("all", 300));

        wire.await(Released.class, released -> released.loanId().equals(ends.loanId()));
        await().until(() -> fleet().equals(Set.of("loans=1")));
    }

    private Set<String> fleet() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Tables.rows(
                    connection, "select sum(loans) as loans from fleet where partner_id = '" + lender.value() + "'");
        }
    }

    private void approve(BatchProposed batch, String supervisor) {
        wire.send(new BatchApproved(lender, batch.batchId(), supervisor, clock.now()));
    }

    private List<StageEntered> restricted() {
        return wire.all(StageEntered.class, one -> one.partnerId().equals(lender) && one.stage() == Stage.RESTRICTED);
    }

    private Story sold(LocalDate firstDue) {
        Story loan = Story.firstDueOn(firstDue).of(lender);
        wire.send(loan.activated(1));
        wire.send(loan.enrolled(1));
        return loan;
    }

    private StageEntered entered(Story loan, Stage stage) {
        return wire.await(StageEntered.class, one -> one.loanId().equals(loan.loanId()) && one.stage() == stage);
    }

    private void completeThrough(Instant moment) {
        wire.completeFeed(new FeedWatermark(lender, moment));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }

    private static Policy policy() {
        return new Policy(
                "standard",
                1,
                "ZZ",
                List.of(
                        new Policy.Step(0, Stage.REMINDED, List.of()),
                        new Policy.Step(30, Stage.RESTRICTED, List.of(Restriction.CAMERA))),
                Window.ALWAYS,
                ArrearsTerms.DEFAULT,
                Reprieves.DEFAULT,
                new Brake(Duration.ofHours(24), 0.05, Duration.ofHours(36)),
                new Cap(2, 1),
                List.of(),
                Optional.empty());
    }
}
