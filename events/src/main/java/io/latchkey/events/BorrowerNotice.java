package io.latchkey.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a borrower must be told. */
public sealed interface BorrowerNotice extends Event {

    /**
     * The loan.
     *
     * @return the loan
     */
    LoanId loanId();

    @Override
    default Topic topic() {
        return Topic.BORROWER_NOTICES;
    }

    @Override
    default String key() {
        return loanId().value();
    }

    /**
     * A notice is to be sent, now: it was ordered at an hour at which the policy lets the borrower be told.
     *
     * @param noticeId names the notice; whoever sends it twice sends the same message
     * @param loanId the loan
     * @param partnerId the partner
     * @param kind what it is about
     * @param about what exactly: the oldest unpaid due date, the payment that was taken back, or a word
     * @param step which of the policy's notices it is, by the order of the ladder; 0 for other kinds
     * @param orderedAt business time
     * @param locale BCP 47 tag of the borrower's language
     * @param contact where to, as in {@link InstallmentEvent.LoanActivated}; nothing if nobody said
     * @param lender who speaks
     * @param position what is due and since when
     * @param consequence what follows if it stays due, or nothing if nothing does
     * @param clauses the clauses of policy and law that it rests on
     */
    record NoticeOrdered(
            String noticeId,
            LoanId loanId,
            PartnerId partnerId,
            Kind kind,
            String about,
            int step,
            Instant orderedAt,
            String locale,
            Optional<String> contact,
            PartnerProfile lender,
            Position position,
            Optional<Consequence> consequence,
            List<String> clauses)
            implements BorrowerNotice {

        /** Copies the list. */
        public NoticeOrdered {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * What follows.
     *
     * @param stage the stage that is entered
     * @param restrictions what is taken away
     * @param cureDays whole days that the borrower has from the moment at which this notice is proved
     * @param notBefore the first local day on which it can follow if the notice is sent today
     */
    record Consequence(Stage stage, List<Restriction> restrictions, int cureDays, LocalDate notBefore) {

        /** Brings the restrictions into order. */
        public Consequence {
            restrictions = restrictions.stream().distinct().sorted().toList();
        }
    }

    /** What a notice is about. */
    enum Kind {
        /** A step of the ladder lies ahead unless what is due is paid. */
        STEP_AHEAD,
        /** Money was taken back, and a step lies ahead again. */
        PAYMENT_TAKEN_BACK,
        /** From now on the whole remaining balance is what cures. */
        ALL_IS_DUE,
        /** The handset reported a sign of tampering. */
        TAMPERING_SEEN,
        /** All is paid, and the handset is the borrower's own. */
        PAID_OFF
    }
}
