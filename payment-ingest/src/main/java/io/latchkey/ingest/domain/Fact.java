package io.latchkey.ingest.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.Installment;
import io.latchkey.events.InstallmentEvent.ClosingReason;
import io.latchkey.events.InstallmentEvent.Consent;
import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PaymentId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a partner says about its loans, checked, and with pseudonyms in place of the account number and the IMEIs:
 * from here on nobody in this service knows them.
 */
public sealed interface Fact {

    /** What is said about one loan. */
    sealed interface AboutLoan extends Fact
            permits Activation, Amendment, Closure, Payment, PendingPayment, Reversal, Request {

        /**
         * The loan it is about.
         *
         * @return the loan
         */
        LoanId loanId();
    }

    /**
     * Under this key a partner can have one fact accepted, however often it is sent.
     *
     * @return unique within the partner
     */
    String key();

    /**
     * What must be the same whenever this fact is sent again.
     *
     * @return by JSON pointer into the webhook's body; no times beside a fact, of which the first stay
     */
    Content content();

    /**
     * The same as far as events tell: after a rebuild this is all that is known of what was said first.
     *
     * @return {@link #content()} without what no event says in the open
     */
    default Content contentAsFarAsTold() {
        return content();
    }

    /**
     * A loan begins.
     *
     * @param loanId the loan
     * @param deviceId of the first IMEI
     * @param secondDeviceId of the second IMEI, only to tell a repetition from another activation
     * @param currency of every installment
     * @param timeZone of the due dates
     * @param policy the policy it was signed under
     * @param installments the schedule, rising
     * @param consent proof that the borrower agreed
     * @param locale BCP 47
     * @param contact how to reach the borrower, which the first request says for good; nothing if it does not
     */
    record Activation(
            LoanId loanId,
            DeviceId deviceId,
            Optional<DeviceId> secondDeviceId,
            Currency currency,
            ZoneId timeZone,
            ChosenPolicy policy,
            List<Installment> installments,
            Consent consent,
            String locale,
            Optional<SealedContact> contact)
            implements AboutLoan {

        private static final String SECOND_IMEI = "/data/device/imei2";

        /** Copies the schedule. */
        public Activation {
            installments = List.copyOf(installments);
        }

        @Override
        public String key() {
            return keyOf(loanId);
        }

        /**
         * The key of a loan's activation.
         *
         * @param loanId the loan
         * @return as {@link #key}
         */
        public static String keyOf(LoanId loanId) {
            return "loan.activated/" + loanId;
        }

        @Override
        public Content content() {
            return Content.ofType("loan.activated")
                    .with("/data/accountNumber", loanId)
                    .with("/data/device/imei", deviceId)
                    .with(SECOND_IMEI, secondDeviceId.map(DeviceId::value).orElse(""))
                    .with("/data/currency", currency)
                    .with("/data/timeZone", timeZone)
                    .with("/data/jurisdiction", policy.jurisdiction())
                    .with("/data/policy", policy.name())
                    .withDigest("/data/installments", installments)
                    .with("/data/consent/documentSha256", consent.documentSha256())
                    .with("/data/borrower/locale", locale);
        }

        @Override
        public Content contentAsFarAsTold() {
            return content().without(SECOND_IMEI);
        }
    }

    /**
     * A loan has ended.
     *
     * @param loanId the loan
     * @param reason why
     */
    record Closure(LoanId loanId, ClosingReason reason) implements AboutLoan {

        @Override
        public String key() {
            // A handset that was taken back waits for the next word, which may well be that the loan is settled.
            return (reason.releases() ? "loan.closed/" : "loan.closed." + reason.wireName() + "/") + loanId;
        }

        @Override
        public Content content() {
            return Content.ofType("loan.closed")
                    .with("/data/accountNumber", loanId)
                    .with("/data/reason", reason.wireName());
        }
    }

    /**
     * Money has come in.
     *
     * @param loanId the loan, known or not
     * @param paymentId the bank's transaction id
     * @param amount more than nothing
     * @param paidAt as the bank says
     */
    record Payment(LoanId loanId, PaymentId paymentId, Money amount, Instant paidAt) implements AboutLoan {

        @Override
        public String key() {
            return "payment.received/" + paymentId;
        }

        @Override
        public Content content() {
            return Content.ofType("payment.received")
                    .with("/data/accountNumber", loanId)
                    .with("/data/paymentId", paymentId)
                    .with("/data/amount", amount.minorUnits())
                    .with("/data/currency", amount.currency());
        }
    }

    /**
     * Money is on its way. Whether and how much of it comes in, another fact says.
     *
     * @param loanId the loan, known or not
     * @param paymentId the bank's transaction id
     * @param amount more than nothing
     * @param initiatedAt as the bank says
     */
    record PendingPayment(LoanId loanId, PaymentId paymentId, Money amount, Instant initiatedAt) implements AboutLoan {

        @Override
        public String key() {
            return "payment.pending/" + paymentId;
        }

        @Override
        public Content content() {
            return Content.ofType("payment.pending")
                    .with("/data/accountNumber", loanId)
                    .with("/data/paymentId", paymentId)
                    .with("/data/amount", amount.minorUnits())
                    .with("/data/currency", amount.currency());
        }
    }

    /**
     * Money was taken back.
     *
     * @param loanId the loan, known or not
     * @param paymentId the payment, known or not
     * @param reversedAt as the bank says
     */
    record Reversal(LoanId loanId, PaymentId paymentId, Instant reversedAt) implements AboutLoan {

        @Override
        public String key() {
            return "payment.reversed/" + paymentId;
        }

        @Override
        public Content content() {
            return Content.ofType("payment.reversed")
                    .with("/data/accountNumber", loanId)
                    .with("/data/paymentId", paymentId);
        }
    }

    /**
     * Every payment up to a moment was sent. Here the time is the fact.
     *
     * @param completeThrough the moment
     */
    record Watermark(Instant completeThrough) implements Fact {

        @Override
        public String key() {
            return "feed.watermark/" + completeThrough;
        }

        @Override
        public Content content() {
            return Content.ofType("feed.watermark").with("/data/completeThrough", completeThrough);
        }
    }
}
