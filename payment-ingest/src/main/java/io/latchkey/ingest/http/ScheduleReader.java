package io.latchkey.ingest.http;

import io.latchkey.events.Installment;
import io.latchkey.events.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a schedule: numbers rise, due dates do not fall, and the sum is one that can be counted with. */
final class ScheduleReader {

    private static final int MOST = 1_000;

    private final Optional<Currency> currency;
    private final List<Installment> installments = new ArrayList<>();
    private @Nullable Long lastNumber;
    private @Nullable LocalDate lastDueDate;
    private long sum;

    ScheduleReader(Optional<Currency> currency) {
        this.currency = currency;
    }

    /** The installments that are well-formed; if one is not, a complaint is noted. */
    List<Installment> read(JsonField schedule) {
        schedule.elements(1, MOST).forEach(this::readOne);
        if (sum < 0) {
            schedule.complain("must not add up to more than " + Long.MAX_VALUE);
        }
        return installments;
    }

    private void readOne(JsonField element) {
        JsonField numberField = element.child("number");
        JsonField dueDateField = element.child("dueDate");
        Optional<Long> number = numberField.wholeNumber(1, Integer.MAX_VALUE);
        Optional<LocalDate> dueDate = dueDateField.read(Formats.DATE);
        Optional<Long> amount = element.child("amount").wholeNumber(1, Long.MAX_VALUE);

        number.ifPresent(value -> checkRises(value, numberField));
        dueDate.ifPresent(value -> checkDoesNotFall(value, dueDateField));
        amount.ifPresent(this::add);
        if (number.isPresent() && dueDate.isPresent() && amount.isPresent() && currency.isPresent()) {
            installments.add(new Installment(
                    Math.toIntExact(number.get()), dueDate.get(), new Money(amount.get(), currency.get())));
        }
    }

    private void checkRises(long number, JsonField field) {
        if (lastNumber != null && number <= lastNumber) {
            field.complain("must be above the number of the installment before");
        }
        lastNumber = number;
    }

    private void checkDoesNotFall(LocalDate dueDate, JsonField field) {
        if (lastDueDate != null && dueDate.isBefore(lastDueDate)) {
            field.complain("must not be before the due date of the installment before");
        }
        lastDueDate = dueDate;
    }

    /** Once the sum has passed what a long holds it stays negative. */
    private void add(long amount) {
        sum = sum < 0 ? sum : sum + amount;
    }
}
