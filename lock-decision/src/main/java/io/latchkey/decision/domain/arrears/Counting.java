package io.latchkey.decision.domain.arrears;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a contract counts what is missing.
 *
 * @param tolerance so many minor units may be missing without being missed
 * @param defaultFromDpd a default is a time in arrears that reaches so many days past due
 * @param acceleratedOn the local date from which all that remains is due, or nothing if it falls due as agreed
 */
public record Counting(long tolerance, int defaultFromDpd, Optional<LocalDate> acceleratedOn) {

    /** As long as no policy is known: to the last coin, and nothing is a default. */
    public static final Counting STRICT = new Counting(0, Integer.MAX_VALUE, Optional.empty());
}
