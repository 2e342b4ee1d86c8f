package io.latchkey.decision.domain;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;

/** What became of a notice. */
public sealed interface NoticeOutcome extends LoanEvent {

    /**
     * A channel took a notice over.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param noticeId the notice
     * @param sentAt business time
     */
    record Sent(LoanId loanId, PartnerId partnerId, String noticeId, Instant sentAt) implements NoticeOutcome {}

    /**
     * A notice did not reach the borrower.
     *
     * @param loanId the loan
     * @param partnerId the partner
     * @param noticeId the notice
     */
    record Failed(LoanId loanId, PartnerId partnerId, String noticeId) implements NoticeOutcome {}

    /**
     * A handset proved that its screen shows what it was told.
     *
     * @param loanId the loan that speaks to it
     * @param partnerId the partner
     * @param deviceId the handset
     * @param revision the revision that it holds
     */
    record Shown(LoanId loanId, PartnerId partnerId, DeviceId deviceId, long revision) implements NoticeOutcome {}
}
