package io.latchkey.ingest.http;

import io.latchkey.ingest.domain.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schedule: numbers rise, due dates do not fall, the sum is one that can be counted with, and all is in one
 * currency, whether it stands beside the schedule or in its installments.
 */
final class ScheduleReader {

    private static final int MOST = 1_000;

    private Optional<Currency> currency;
    private final List<Due> installments = new ArrayList<>();
    private @Nullable Long lastNumber;
    private @Nullable LocalDate lastDueDate;
    private long sum;

    ScheduleReader(Optional<Currency> currency) {
        this.currency = currency;
    }

    /** The installments that are well-formed; if one is not, a complaint is noted. */
    List<Due> read(JsonField schedule) {
        schedule.elements(1, MOST).forEach(this::readOne);
        if (sum < 0) {
            schedule.complain("must not add up to more than " + Long.MAX_VALUE);
        }
        return installments;
    }

    /** The one that stands beside the schedule or, if none does, in its installments. */
    Optional<Currency> currency() {
        return currency;
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
        checkCurrency(element.child("currency"));
        if (number.isPresent() && dueDate.isPresent() && amount.isPresent()) {
            installments.add(new Due(Math.toIntExact(number.get()), dueDate.get(), amount.get()));
        }
    }

    private void checkCurrency(JsonField field) {
        Optional<Currency> own = field.readIfPresent(Formats.CURRENCY);
        currency = currency.or(() -> own);
        if (own.isPresent() && !own.equals(currency)) {
            field.complain("must be " + currency.get() + ", like the rest of the schedule, or left out");
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
