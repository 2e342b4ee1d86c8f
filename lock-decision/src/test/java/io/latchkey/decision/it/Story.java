package io.latchkey.decision.it;

import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceReport.EnrollmentCompleted;
import io.latchkey.events.DeviceReport.Signed;
import io.latchkey.events.DeviceReport.TokenApplied;
import io.latchkey.events.Installment;
import io.latchkey.events.InstallmentEvent.Consent;
import io.latchkey.events.InstallmentEvent.LoanActivated;
import io.latchkey.events.InstallmentEvent.PaymentReceived;
import io.latchkey.events.InstallmentEvent.PaymentReversed;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerEvent.PartnerRegistered;
import io.latchkey.events.PartnerEvent.PolicyPublished;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.ArrearsTerms;
import io.latchkey.events.policy.Brake;
import io.latchkey.events.policy.Cap;
import io.latchkey.events.policy.PackId;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.Reprieves;
import io.latchkey.events.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One loan of three installments of 100 each, thirty days apart, and everything that can be said of it. */
record Story(LoanId loanId, DeviceId deviceId, LocalDate firstDue, PartnerId partnerId) {

    static final PartnerId SANDBOX = new PartnerId("sandbox");
    static final Currency KES = Currency.getInstance("KES");
    private static final Cap NO_LIMIT = new Cap(1_000_000, 100);
    private static final Random RANDOM = new Random(20261123);

    Story(LoanId loanId, DeviceId deviceId, LocalDate firstDue) {
        this(loanId, deviceId, firstDue, SANDBOX);
    }

    Story of(PartnerId partner) {
        return new Story(loanId, deviceId, firstDue, partner);
    }

    static Story firstDueOn(LocalDate firstDue) {
        return new Story(new LoanId("ln_" + hex()), new DeviceId("d1_" + hex()), firstDue);
    }

    private static String hex() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static PartnerRegistered partner() {
        return new PartnerRegistered(
                SANDBOX,
                new PartnerProfile(
                        "Sandbox Finance", "KE", ZoneOffset.UTC, "+254700000000", "https://example.org/pay"));
    }

    static PolicyPublished policy(int version) {
        return new PolicyPublished(SANDBOX, policy(version, NO_LIMIT), Optional.of(new PackId("ZZ", 1)));
    }

    static Policy policy(int version, Cap cap) {
        return new Policy(
                "standard",
                version,
                "ZZ",
                List.of(
                        new Policy.Step(0, Stage.REMINDED, List.of()),
                        new Policy.Step(30, Stage.RESTRICTED, List.of(Restriction.CAMERA, Restriction.GALLERY)),
                        new Policy.Step(45, Stage.LOCKED, List.of(Restriction.KIOSK))),
                Window.ALWAYS,
                ArrearsTerms.DEFAULT,
                Reprieves.DEFAULT,
                Brake.DEFAULT,
                cap,
                List.of(),
                Optional.empty());
    }

    LoanActivated activated(int policyVersion) {
        return new LoanActivated(
                loanId,
                partnerId,
                deviceId,
                KES,
                ZoneOffset.UTC,
                "ZZ",
                "standard",
                policyVersion,
                List.of(due(1), due(2), due(3)),
                new Consent(Instant.EPOCH, "0".repeat(64)),
                "en",
                Optional.empty());
    }

    private Installment due(int number) {
        return new Installment(number, firstDue.plusDays(30L * (number - 1)), new Money(100, KES));
    }

    EnrollmentCompleted enrolled(int number) {
        return new EnrollmentCompleted(
                deviceId, number, loanId, partnerId, Instant.now(), "thumbprint", Optional.empty(), Optional.empty());
    }

    PaymentReceived paid(String paymentId, long minorUnits) {
        Instant now = Instant.now();
        return new PaymentReceived(
                loanId, partnerId, new PaymentId(paymentId + "-" + loanId), new Money(minorUnits, KES), now, now);
    }

    /** The handset says that it obeys an intent. */
    TokenApplied applied(LockIntent intent) {
        Signed signed = new Signed(intent.revision(), intent.revision(), Instant.now(), "a.b.c");
        return new TokenApplied(deviceId, intent.enrollments().getLast(), intent.stage(), signed);
    }

    Story sameHandset() {
        return new Story(new LoanId("ln_" + hex()), deviceId, firstDue);
    }

    PaymentReversed reversed(String paymentId, Instant acceptedAt) {
        return new PaymentReversed(loanId, partnerId, new PaymentId(paymentId + "-" + loanId), acceptedAt, acceptedAt);
    }
}
