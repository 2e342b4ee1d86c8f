package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a partner or its bank sent: a fact about a loan, or a word about the feed of such facts. */
public sealed interface InstallmentEvent extends Event {

    /**
     * The partner that sent it.
     *
     * @return the partner
     */
    PartnerId partnerId();

    @Override
    default Topic topic() {
        return Topic.INSTALLMENT_EVENTS;
    }

    /** A fact about one loan or its payments. */
    sealed interface AboutLoan extends InstallmentEvent
            permits LoanActivated,
                    LoanAmended,
                    LoanClosed,
                    PaymentPending,
                    PaymentReceived,
                    PaymentReversed,
                    PartnerRequest {

        /**
         * The loan it is about.
         *
         * @return the loan
         */
        LoanId loanId();

        @Override
        default String key() {
            return loanId().value();
        }
    }

    /**
     * A loan begins and its handset may be governed by it.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param deviceId the financed handset
     * @param currency of every amount of this loan
     * @param timeZone in which due dates and days past due are counted
     * @param jurisdiction ISO 3166-1 alpha-2
     * @param policyName the policy it was signed under
     * @param policyVersion and that policy's version
     * @param installments the schedule, by rising number and date
     * @param consent proof that the borrower agreed
     * @param locale BCP 47 tag of the language to speak to the borrower
     * @param contact where the borrower can be told something, or nothing if the partner did not say; a compact JWE (RFC
     *     7516) under the loan's own key, of a JSON object with {@code email} and {@code phone}
     */
    record LoanActivated(
            LoanId loanId,
            PartnerId partnerId,
            DeviceId deviceId,
            Currency currency,
            ZoneId timeZone,
            String jurisdiction,
            String policyName,
            int policyVersion,
            List<Installment> installments,
            Consent consent,
            String locale,
            Optional<String> contact)
            implements AboutLoan {

        /** Copies the schedule. */
        public LoanActivated {
            installments = List.copyOf(installments);
        }
    }

    /**
     * What is due when was agreed anew. Of several amendments that are in effect the one stated last holds.
     *
     * @param loanId the loan; it may not be known yet
     * @param partnerId the partner
     * @param installments the whole schedule that holds from then on, by rising number and date
     * @param effectiveAt from when it holds
     * @param statedAt when the partner said it; together with the event's id it orders amendments, whenever they arrive
     */
    record LoanAmended(
            LoanId loanId, PartnerId partnerId, List<Installment> installments, Instant effectiveAt, Instant statedAt)
            implements AboutLoan {

        /** Copies the schedule. */
        public LoanAmended {
            installments = List.copyOf(installments);
        }
    }

    /**
     * A loan has ended at its partner.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param reason why
     */
    record LoanClosed(LoanId loanId, PartnerId partnerId, ClosingReason reason) implements AboutLoan {}

    /**
     * Money has come in for a loan.
     *
     * @param loanId the loan; it may not be known yet
     * @param partnerId the partner
     * @param paymentId the bank's transaction id, unique within the partner
     * @param amount what was paid, in the payment's own currency
     * @param paidAt when the bank says it was paid; may lie in the future, as a value date
     * @param acceptedAt the business clock when it was accepted; it counts from the earlier of the two
     */
    record PaymentReceived(
            LoanId loanId, PartnerId partnerId, PaymentId paymentId, Money amount, Instant paidAt, Instant acceptedAt)
            implements AboutLoan {}

    /**
     * Money that came in was taken back by the bank.
     *
     * @param loanId the loan; it may not be known yet
     * @param partnerId the partner
     * @param paymentId the payment that is void now; it may not be known yet
     * @param reversedAt when the bank says that it was reversed
     * @param acceptedAt the business clock when the reversal was accepted
     */
    record PaymentReversed(
            LoanId loanId, PartnerId partnerId, PaymentId paymentId, Instant reversedAt, Instant acceptedAt)
            implements AboutLoan {}

    /**
     * Money is on its way; it gives the borrower the policy's pending grace and counts for nothing else.
     *
     * @param loanId the loan; it may not be known yet
     * @param partnerId the partner
     * @param paymentId the payment that is expected
     * @param amount how much is on its way
     * @param initiatedAt when the borrower set it off
     * @param acceptedAt the business clock when it was accepted; the grace runs from the earlier of the two
     */
    record PaymentPending(
            LoanId loanId,
            PartnerId partnerId,
            PaymentId paymentId,
            Money amount,
            Instant initiatedAt,
            Instant acceptedAt)
            implements AboutLoan {}

    /**
     * The feed is complete: every payment of the partner that was booked up to a moment stands on this topic before this
     * record. That holds only for a reader of all of them, so there is one record in every partition.
     *
     * @param partnerId the partner
     * @param completeThrough the moment
     */
    record FeedWatermark(PartnerId partnerId, Instant completeThrough) implements InstallmentEvent {

        @Override
        public String key() {
            return partnerId.value();
        }
    }

    /**
     * Proof of the borrower's consent.
     *
     * @param signedAt when it was signed
     * @param documentSha256 SHA-256 of the signed document, 64 hexadecimal digits
     */
    record Consent(Instant signedAt, String documentSha256) {}

    /** Why a loan was closed. */
    enum ClosingReason {
        /** All was paid; the handset is released. */
        SETTLED,
        /** The partner gave the debt up; the handset is released. */
        WRITTEN_OFF,
        /** The contract was undone; the handset is released. */
        CANCELLED,
        /** The handset was taken back; it stays as it is until the next word. */
        REPOSSESSED;

        /**
         * The name in JSON.
         *
         * @return kebab-case, for example {@code written-off}
         */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * Tells what becomes of the handset.
         *
         * @return true if the handset is free for good
         */
        public boolean releases() {
            return this != REPOSSESSED;
        }
    }
}
