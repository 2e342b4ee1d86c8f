package io.latchkey.events;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The facts that the handset's screen tells the borrower.
 *
 * @param locale BCP 47 tag of the borrower's language
 * @param lender the partner's name
 * @param amountDue what cures the arrears; zero if nothing is due
 * @param oldestDueDate since when, or nothing if nothing is due
 * @param phone the partner's number, E.164
 * @param url the partner's page
 */
public record Notice(
        String locale, String lender, Money amountDue, Optional<LocalDate> oldestDueDate, String phone, String url) {}
