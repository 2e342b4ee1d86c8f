package io.latchkey.decision.domain;

import io.latchkey.decision.domain.notice.OrderedNotice.Purpose;
import io.latchkey.events.BorrowerNotice.Consequence;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Position;
import java.util.List;
import java.util.Optional;

/**
 * A notice that is to be sent.
 *
 * @param noticeId names it
 * @param purpose what it is for
 * @param consequence what follows if what is due stays due
 * @param clauses the clauses of policy and law that it rests on
 * @param lender who speaks
 * @param position what is due and since when
 */
public record NoticeOrder(
        String noticeId,
        Purpose purpose,
        Optional<Consequence> consequence,
        List<String> clauses,
        PartnerProfile lender,
        Position position) {

    /** Copies the list. */
    public NoticeOrder {
        clauses = List.copyOf(clauses);
    }
}
