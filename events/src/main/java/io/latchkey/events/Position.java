package io.latchkey.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the facts say of a loan on a date.
 *
 * @param asOf the local date in the loan's zone
 * @param arrears what is due and unpaid
 * @param dpd days past due since the oldest unpaid due date; 0 if nothing is past due
 * @param outstanding what is unpaid of the whole loan, due or not
 * @param oldestDueDate the oldest unpaid due date that has come, or nothing if nothing is due
 * @param defaults how many times in arrears reached the first step that takes something, by all facts known today
 */
public record Position(
        LocalDate asOf,
        Money arrears,
        int dpd,
        Money outstanding,
        Optional<LocalDate> oldestDueDate,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        int defaults) {

    /** Counts how often the loan defaulted from what is known of it. */
    @JsonCreator
    public Position {}

    /**
     * The same position with another count of defaults.
     *
     * @param count how many
     * @return the position
     */
    public Position withDefaults(int count) {
        return new Position(asOf, arrears, dpd, outstanding, oldestDueDate, count);
    }
}
