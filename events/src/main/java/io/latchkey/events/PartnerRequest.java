package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The partner's own word about one of its handsets, beside what is due. */
public sealed interface PartnerRequest extends InstallmentEvent.AboutLoan {

    /**
     * Names the request.
     *
     * @return the partner's own id, unique within the partner
     */
    String requestId();

    /**
     * The partner wants the handset locked, as far as policy and pack let it.
     *
     * @param loanId the loan; it may not be known yet
     * @param partnerId the partner
     * @param requestId the partner's own id, unique within the partner
     * @param reason why
     * @param notBefore not before then, or nothing if at once
     * @param acceptedAt the business clock when it was accepted
     */
    record LockRequested(
            LoanId loanId,
            PartnerId partnerId,
            String requestId,
            Reason reason,
            Optional<Instant> notBefore,
            Instant acceptedAt)
            implements PartnerRequest {}

    /**
     * The partner wants the handset free, at once and until this request is withdrawn.
     *
     * @param loanId the loan; it may not be known yet
     * @param partnerId the partner
     * @param requestId the partner's own id, unique within the partner
     * @param reason why
     * @param acceptedAt the business clock when it was accepted
     */
    record UnlockRequested(LoanId loanId, PartnerId partnerId, String requestId, Reason reason, Instant acceptedAt)
            implements PartnerRequest {}

    /**
     * A request of the partner is as if it had never been made, also if it comes later.
     *
     * @param loanId the loan; it may not be known yet
     * @param partnerId the partner
     * @param requestId the request
     * @param acceptedAt the business clock when it was accepted
     */
    record RequestWithdrawn(LoanId loanId, PartnerId partnerId, String requestId, Instant acceptedAt)
            implements PartnerRequest {}

    /** Why a partner asks for a lock or an unlock. */
    enum Reason {
        /** The borrower does not pay. */
        DELINQUENT,
        /** The contract was made by deceit. */
        FRAUD,
        /** The handset was stolen. */
        STOLEN,
        /** Somebody erred. */
        MISTAKE;

        /**
         * The name in JSON.
         *
         * @return kebab-case, for example {@code stolen}
         */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
