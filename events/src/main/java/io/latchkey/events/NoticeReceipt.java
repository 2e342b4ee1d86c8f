package io.latchkey.events;

import java.time.Instant;

/** What became of a notice: the proof that its cure period began, or did not. */
public sealed interface NoticeReceipt extends Event {

    /**
     * The notice.
     *
     * @return as {@link BorrowerNotice.NoticeOrdered} names it
     */
    String noticeId();

    /**
     * The loan.
     *
     * @return the loan
     */
    LoanId loanId();

    /**
     * The partner.
     *
     * @return the partner
     */
    PartnerId partnerId();

    @Override
    default Topic topic() {
        return Topic.NOTICE_RECEIPTS;
    }

    @Override
    default String key() {
        return loanId().value();
    }

    /**
     * The channel took the notice over.
     *
     * @param noticeId the notice
     * @param loanId the loan
     * @param partnerId the partner
     * @param channel {@code email}
     * @param sentAt business time
     * @param messageId the channel's own name of the message, for example an e-mail's Message-ID
     */
    record NoticeSent(
            String noticeId, LoanId loanId, PartnerId partnerId, String channel, Instant sentAt, String messageId)
            implements NoticeReceipt {}

    /**
     * The notice did not reach the borrower. This outweighs a {@link NoticeSent} of the same notice, in whatever order
     * they come: a server may take a message and send it back later.
     *
     * @param noticeId the notice
     * @param loanId the loan
     * @param partnerId the partner
     * @param channel {@code email}, or {@code none} if there is no channel
     * @param failedAt business time
     * @param reason a code in kebab-case: {@code no-channel}, {@code refused}, {@code bounced}, {@code erased}
     */
    record NoticeFailed(
            String noticeId, LoanId loanId, PartnerId partnerId, String channel, Instant failedAt, String reason)
            implements NoticeReceipt {}
}
