package io.latchkey.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketTest {

    private static final Instant EXPIRY = Instant.parse("2027-01-08T00:00:00Z");
    private static final Instant BEFORE = EXPIRY.minusSeconds(1);
    private static final DeviceId FIRST = new DeviceId("d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final DeviceId SECOND = new DeviceId("d1_1f1e2d3c4b5a69788796a5b4c3d2e1f0");
    private static final DeviceId OTHER = new DeviceId("d1_2f1e2d3c4b5a69788796a5b4c3d2e1f0");

    @Test
    void anUnusedCodeGivesTheNextEnrollmentByEitherImei() {
        Ticket ticket = ticket(false, Optional.empty());

        assertThat(ticket.redeem(FIRST, "key", BEFORE)).isEqualTo(new Redemption.Fresh(ticket));
        assertThat(ticket.redeem(SECOND, "key", BEFORE)).isEqualTo(new Redemption.Fresh(ticket));
    }

    @Test
    void theSameKeyGetsTheSameEnrollmentAgainEvenIfANewerCodeWasMade() {
        Ticket ticket = ticket(true, Optional.of(new Ticket.Use(3, "key")));

        assertThat(ticket.redeem(FIRST, "key", BEFORE)).isEqualTo(new Redemption.Again(new HandsetName(FIRST, 3)));
    }

    @Test
    void anotherKeyWithAUsedCodeIsRefused() {
        Ticket ticket = ticket(false, Optional.of(new Ticket.Use(3, "key")));

        assertThat(ticket.redeem(FIRST, "thief", BEFORE)).isEqualTo(Redemption.Refusal.USED);
    }

    @Test
    void anExpiredOrRevokedCodeOrAnotherHandsetIsRefused() {
        assertThat(ticket(false, Optional.empty()).redeem(FIRST, "key", EXPIRY)).isEqualTo(Redemption.Refusal.EXPIRED);
        assertThat(ticket(true, Optional.empty()).redeem(FIRST, "key", BEFORE)).isEqualTo(Redemption.Refusal.REVOKED);
        assertThat(ticket(false, Optional.empty()).redeem(OTHER, "key", BEFORE))
                .isEqualTo(Redemption.Refusal.OTHER_HANDSET);
    }

    private static Ticket ticket(boolean revoked, Optional<Ticket.Use> use) {
        return new Ticket(
                "hash",
                new PartnerId("sandbox"),
                new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                FIRST,
                Optional.of(SECOND),
                EXPIRY,
                revoked,
                use);
    }
}
