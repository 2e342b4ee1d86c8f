package io.latchkey.decision.domain;

import io.latchkey.events.Money;
import io.latchkey.events.Notice;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Position;
import java.util.Optional;

/** Says on the screen what is due, and whom to call; a released loan owes nothing, whatever was left unpaid. */
final class Notices {

    private Notices() {}

    static Notice noticeFor(Contract contract, Position position, PartnerProfile lender) {
        boolean over = contract.standing().over();
        return new Notice(
                contract.terms().locale(),
                lender.name(),
                over ? new Money(0, position.arrears().currency()) : position.arrears(),
                over ? Optional.empty() : position.oldestDueDate(),
                lender.phone(),
                lender.url());
    }
}
