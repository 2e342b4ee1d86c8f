package io.latchkey.decision.domain;

import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out whether money that was taken back is what put a borrower where it is. */
final class Setback {

    private Setback() {}

    /**
     * The payment whose reversal brought the oldest unpaid due date to where it is; nothing if it would be there if nothing
     * had ever been taken back. Reversals that came after it changed nothing more.
     */
    static Optional<PaymentId> of(Contract contract, Position position, Rules rules) {
        List<Reversal> reversals = contract.facts().reversalsInOrder();
        if (position.oldestDueDate().isEmpty() || reversals.isEmpty()) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(0, reversals.size())
                .filter(count -> oldestWith(count, contract, position, rules).equals(position.oldestDueDate()))
                .boxed()
                .findFirst()
                .filter(count -> count > 0)
                .map(count -> reversals.get(count - 1).paymentId());
    }

    private static Optional<LocalDate> oldestWith(int count, Contract contract, Position position, Rules rules) {
        Contract then = contract.with(contract.facts().withFirstReversals(count));
        return then.positionAt(contract.terms().startOf(position.asOf()), Optional.of(rules))
                .oldestDueDate();
    }
}
