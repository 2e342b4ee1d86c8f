package io.latchkey.decision.domain;

import io.latchkey.decision.domain.notice.NoticeLedger;
import io.latchkey.decision.domain.notice.OrderedNotice.Purpose;
import io.latchkey.events.BorrowerNotice.Kind;
import io.latchkey.events.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The notices that are ordered: of what lies ahead in a turn of the clock, at an hour at which the borrower may be told, on
 * payments that are complete, and while nobody holds anything back; of the end with the end.
 *
 * @param ledger the contract's ledger with them
 * @param notices the notices
 */
record Orders(NoticeLedger ledger, List<NoticeOrder> notices) {

    private static final Purpose PAID_OFF = new Purpose(Kind.PAID_OFF, "paid-off", 0);

    static Orders none(Contract contract) {
        return new Orders(contract.notices(), List.of());
    }

    static Orders of(Contract contract, Escalation escalation, Instant now) {
        NoticeLedger ledger = contract.notices();
        List<NoticeOrder> notices = new ArrayList<>();
        for (NoticePlan.Due due : escalation.dueNotices()) {
            if (escalation.tellFrom(due).filter(now::equals).isPresent()) {
                String noticeId = nextId(contract, ledger);
                ledger = ledger.with(noticeId, due.purpose(), now);
                notices.add(escalation.order(noticeId, due));
            }
        }
        return new Orders(ledger, notices);
    }

    /** Good news keeps no hours: whoever has paid all is told so at once. */
    static Orders ofPaidOff(Contract contract, Rules rules, Position position, Instant now) {
        String noticeId = nextId(contract, contract.notices());
        return new Orders(
                contract.notices().with(noticeId, PAID_OFF, now),
                List.of(new NoticeOrder(noticeId, PAID_OFF, Optional.empty(), List.of(), rules.lender(), position)));
    }

    private static String nextId(Contract contract, NoticeLedger ledger) {
        return contract.loanId() + ":n" + (ledger.ordered().size() + 1);
    }
}
