package io.latchkey.ingest.iso20022;

import java.util.Optional;

/**
 * What a report says of an entry before its transactions: they inherit what they do not say themselves.
 *
 * @param amount of all its transactions
 * @param credit whether the account grew
 * @param reversal whether it takes an earlier entry back
 * @param status {@code BOOK}, {@code PDNG}, {@code INFO}, {@code FUTR}, or empty
 * @param booked when, as the bank wrote it: a date, or a date with time
 * @param reference the servicer's
 */
record Booking(
        Optional<Amount> amount,
        Optional<Boolean> credit,
        boolean reversal,
        String status,
        Optional<String> booked,
        Optional<String> reference) {

    static final Booking EMPTY =
            new Booking(Optional.empty(), Optional.empty(), false, "", Optional.empty(), Optional.empty());

    /**
     * An amount as it is written.
     *
     * @param value a decimal number
     * @param currency a code
     */
    record Amount(String value, String currency) {}

    Booking withAmount(Amount given) {
        return new Booking(Optional.of(given), credit, reversal, status, booked, reference);
    }

    Booking withIndicator(String given) {
        return new Booking(amount, isCredit(given), reversal, status, booked, reference);
    }

    /** What {@code CdtDbtInd} says; nothing if it says neither. */
    static Optional<Boolean> isCredit(String indicator) {
        return switch (indicator) {
            case "CRDT" -> Optional.of(true);
            case "DBIT" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    Booking withReversal(String given) {
        return new Booking(amount, credit, "true".equals(given) || "1".equals(given), status, booked, reference);
    }

    Booking withStatus(String given) {
        return new Booking(amount, credit, reversal, given, booked, reference);
    }

    Booking withBooked(String given) {
        return new Booking(amount, credit, reversal, status, Optional.of(given), reference);
    }

    Booking withReference(String given) {
        return new Booking(amount, credit, reversal, status, booked, Optional.of(given));
    }
}
