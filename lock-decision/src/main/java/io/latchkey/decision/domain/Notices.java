package io.latchkey.decision.domain;

import io.latchkey.events.Money;
import io.latchkey.events.Notice;
import io.latchkey.events.Position;
import java.util.Optional;

/** Says on the screen what is due, and whom to call; a released loan owes nothing, whatever was left unpaid. */
final class Notices {

    private Notices() {}

    static Notice noticeFor(Contract contract, Position position, Rules rules) {
        boolean over = contract.standing().over();
        return new Notice(
                contract.terms().locale(),
                rules.lender().name(),
                over ? new Money(0, position.arrears().currency()) : position.arrears(),
                over ? Optional.empty() : position.oldestDueDate(),
                rules.lender().phone(),
                rules.lender().url(),
                new NoticePlan(contract, position, rules)
                        .onScreen()
                        .filter(ahead -> !over)
                        .map(one -> new Notice.Ahead(
                                one.ahead().stage(),
                                one.ahead().restrictions(),
                                one.ahead().notBefore(),
                                one.toldOn())));
    }
}
