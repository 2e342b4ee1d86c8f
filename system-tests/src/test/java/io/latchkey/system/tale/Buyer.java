package io.latchkey.system.tale;

import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.events.DeviceId;
import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import io.latchkey.system.story.Borrower;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Somebody who buys a handset.
 *
 * @param lender who lends
 * @param borrower what they sign
 */
public record Buyer(Lender lender, Borrower borrower) {

    /** The model asks nobody which handset it is. */
    private static final DeviceId SOME_DEVICE = new DeviceId("d1_" + "0".repeat(32));

    Currency currency() {
        return Currency.getInstance(lender.market().currency());
    }

    Money money(long minorUnits) {
        return new Money(minorUnits, currency());
    }

    ZoneId zone() {
        return ZoneId.of(lender.market().zone());
    }

    Terms terms() {
        return new Terms(
                SOME_DEVICE,
                schedule(borrower.dueDates()),
                zone(),
                lender.policy().name(),
                lender.policy().version(),
                lender.market().locale(),
                Optional.empty());
    }

    /** Installments of the contract's amount on other days. */
    Schedule schedule(List<LocalDate> dueDates) {
        return new Schedule(
                currency(),
                IntStream.range(0, dueDates.size())
                        .mapToObj(i -> new Installment(i + 1, dueDates.get(i), money(borrower.installment())))
                        .toList());
    }

    @Override
    public String toString() {
        return borrower.accountNumber() + " (" + lender.partnerId() + ", "
                + lender.policy().name() + ", due " + borrower.dueDates() + " each " + borrower.installment() + ")";
    }
}
