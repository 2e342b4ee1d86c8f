package io.latchkey.decision.domain;

import io.latchkey.decision.domain.notice.NoticeLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The notices that are ordered in a turn of the clock: at an hour at which the borrower may be told, on payments that are
 * complete, and while nobody holds anything back.
 *
 * @param ledger the contract's ledger with them
 * @param notices the notices
 */
record Orders(NoticeLedger ledger, List<NoticeOrder> notices) {

    static Orders none(Contract contract) {
        return new Orders(contract.notices(), List.of());
    }

    static Orders of(Contract contract, Escalation escalation, Instant now) {
        NoticeLedger ledger = contract.notices();
        List<NoticeOrder> notices = new ArrayList<>();
        if (escalation.mayTell()) {
            for (NoticePlan.Due due : escalation.notices().due(now)) {
                if (escalation
                        .notices()
                        .needsFeedThrough(due)
                        .filter(escalation::feedPassed)
                        .isPresent()) {
                    String noticeId =
                            contract.loanId() + ":n" + (ledger.ordered().size() + 1);
                    ledger = ledger.with(noticeId, due.purpose(), now);
                    notices.add(escalation.order(noticeId, due));
                }
            }
        }
        return new Orders(ledger, notices);
    }
}
