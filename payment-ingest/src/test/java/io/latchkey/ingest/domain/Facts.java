package io.latchkey.ingest.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.Installment;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.InstallmentEvent.Consent;
import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerRequest.Reason;
import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Facts with meaningful defaults. */
public final class Facts {

    /** A loan. */
    public static final LoanId LOAN = new LoanId("ln_" + "a".repeat(32));

    private static final Currency KES = Currency.getInstance("KES");
    private static final Instant PAID_AT = Instant.parse("2027-01-31T09:00:00Z");

    private Facts() {}

    /** A payment for {@link #LOAN}. */
    public static Fact.Payment payment(String paymentId, long amount) {
        return payment(paymentId, amount, PAID_AT);
    }

    /** A payment for {@link #LOAN} at some time. */
    public static Fact.Payment payment(String paymentId, long amount, Instant paidAt) {
        return new Fact.Payment(LOAN, new PaymentId(paymentId), new Money(amount, KES), paidAt);
    }

    /** An activation of {@link #LOAN} under a version of its policy. */
    public static Fact.Activation activation(long amount, int policyVersion) {
        return new Fact.Activation(
                LOAN,
                new DeviceId("d1_" + "b".repeat(32)),
                Optional.empty(),
                KES,
                ZoneId.of("Africa/Nairobi"),
                new ChosenPolicy("standard", policyVersion, "ZZ"),
                List.of(new Installment(1, LocalDate.parse("2027-01-31"), new Money(amount, KES))),
                new Consent(PAID_AT, "ab".repeat(32)),
                "sw-KE",
                Optional.empty());
    }

    /** The same activation with a way to reach the borrower. */
    public static Fact.Activation withContact(Fact.Activation loan, SealedContact contact) {
        return new Fact.Activation(
                loan.loanId(),
                loan.deviceId(),
                loan.secondDeviceId(),
                loan.currency(),
                loan.timeZone(),
                loan.policy(),
                loan.installments(),
                loan.consent(),
                loan.locale(),
                Optional.of(contact));
    }

    /** The end of {@link #LOAN}. */
    public static Fact.Closure closure(ClosingReason reason) {
        return new Fact.Closure(LOAN, reason);
    }

    /** The end of a payment for {@link #LOAN}. */
    public static Fact.Reversal reversal(String paymentId) {
        return new Fact.Reversal(LOAN, new PaymentId(paymentId), PAID_AT);
    }

    /** An amendment of {@link #LOAN} to one installment, in a currency or in its loan's. */
    public static Amendment amendment(long amount, Optional<Currency> currency, Instant statedAt) {
        return new Amendment(
                LOAN, currency, List.of(new Due(1, LocalDate.parse("2027-03-31"), amount)), PAID_AT, statedAt);
    }

    /** The partner's wish that the handset of {@link #LOAN} be locked. */
    public static Request.Lock lock(String requestId, Reason reason) {
        return new Request.Lock(LOAN, requestId, reason, Optional.empty());
    }
}
