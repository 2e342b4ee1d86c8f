package io.latchkey.issuer;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Money;
import io.latchkey.events.Notice;
import io.latchkey.events.Notice.Ahead;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Builds intents with meaningful defaults. */
public record Intents(List<Integer> enrollments, Stage stage, long revision, String reason, Notice notice) {

    public static final DeviceId DEVICE = new DeviceId("d1_0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    public static final LoanId LOAN = new LoanId("ln_0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    public static Intents intent() {
        return new Intents(List.of(1), Stage.LOCKED, 4, "dpd-reached", notice("sw-KE", "Sandbox Mobile Finance"));
    }

    public static Notice notice(String locale, String lender) {
        return new Notice(
                locale,
                lender,
                new Money(500_000, Currency.getInstance("KES")),
                Optional.of(LocalDate.of(2027, 1, 31)),
                "+254700000000",
                "https://sandbox.example/help",
                Optional.empty());
    }

    /** Tells of the lock screen, which can come from 1 March 2027 on. */
    public static Notice noticeAhead(String locale) {
        Notice plain = notice(locale, "Sandbox Mobile Finance");
        return new Notice(
                plain.locale(),
                plain.lender(),
                plain.amountDue(),
                plain.oldestDueDate(),
                plain.phone(),
                plain.url(),
                Optional.of(new Ahead(
                        Stage.LOCKED,
                        List.of(Restriction.CAMERA, Restriction.KIOSK),
                        LocalDate.of(2027, 3, 1),
                        LocalDate.of(2027, 2, 20))));
    }

    public Intents enrollments(List<Integer> newEnrollments) {
        return new Intents(newEnrollments, stage, revision, reason, notice);
    }

    public Intents stage(Stage newStage) {
        return new Intents(enrollments, newStage, revision, reason, notice);
    }

    public Intents revision(long newRevision) {
        return new Intents(enrollments, stage, newRevision, reason, notice);
    }

    public Intents reason(String newReason) {
        return new Intents(enrollments, stage, revision, newReason, notice);
    }

    public Intents notice(Notice newNotice) {
        return new Intents(enrollments, stage, revision, reason, newNotice);
    }

    public LockIntent build() {
        return new LockIntent(
                DEVICE,
                LOAN,
                new PartnerId("sandbox"),
                enrollments,
                revision,
                stage,
                List.of(Restriction.values()),
                reason,
                notice,
                Instant.parse("2027-03-16T21:00:00Z"));
    }
}
