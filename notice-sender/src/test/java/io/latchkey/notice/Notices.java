package io.latchkey.notice;

import io.latchkey.events.BorrowerNotice.Consequence;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Position;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Notices for tests: a loan of 15,000.00 KES, 5,000.00 of it 45 days late, with the lock ahead. */
public final class Notices {

    /** Business time at which the notice is ordered. */
    public static final Instant ORDERED_AT = Instant.parse("2027-03-17T08:00:00Z");

    private static final LoanId LOAN = new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    private LoanId loanId = LOAN;
    private String noticeId = LOAN + ":n1";
    private Kind kind = Kind.STEP_AHEAD;
    private String locale = "en-KE";
    private Optional<String> contact = Optional.empty();
    private String lender = "Sandbox Mobile Finance";
    private Position position = position("KES", 500_000, 1_500_000, 45);
    private Optional<Consequence> consequence = Optional.of(new Consequence(
            Stage.LOCKED,
            List.of(Restriction.CAMERA, Restriction.OUTGOING_CALLS, Restriction.KIOSK),
            7,
            LocalDate.parse("2027-03-24")));

    private Notices() {}

    public static Notices notice() {
        return new Notices();
    }

    public Notices of(LoanId loan, String id) {
        this.loanId = loan;
        this.noticeId = id;
        return this;
    }

    public Notices kind(Kind about) {
        this.kind = about;
        return this;
    }

    public Notices locale(String tag) {
        this.locale = tag;
        return this;
    }

    public Notices contact(String jwe) {
        this.contact = Optional.of(jwe);
        return this;
    }

    public Notices lender(String name) {
        this.lender = name;
        return this;
    }

    public Notices owing(String currency, long arrears, long outstanding, int daysLate) {
        this.position = position(currency, arrears, outstanding, daysLate);
        return this;
    }

    public Notices withoutConsequence() {
        this.consequence = Optional.empty();
        return this;
    }

    public NoticeOrdered build() {
        return new NoticeOrdered(
                noticeId,
                loanId,
                new PartnerId("sandbox"),
                kind,
                "2027-01-31",
                1,
                ORDERED_AT,
                locale,
                contact,
                new PartnerProfile(
                        lender, "KE", ZoneId.of("Africa/Nairobi"), "+254700000000", "https://sandbox.example/help"),
                position,
                consequence,
                List.of("standard@1/ladder/2", "ZZ@1/notices-first"));
    }

    private static Position position(String code, long arrears, long outstanding, int daysLate) {
        Currency currency = Currency.getInstance(code);
        LocalDate today = LocalDate.parse("2027-03-17");
        return new Position(
                today,
                new Money(arrears, currency),
                daysLate,
                new Money(outstanding, currency),
                daysLate > 0 ? Optional.of(today.minusDays(daysLate)) : Optional.empty(),
                0);
    }
}
