package io.latchkey.events;

import java.time.LocalDate;
import java.util.List;
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
 * @param ahead what follows if it stays due, once the borrower must be told so; nothing if nothing does
 */
public record Notice(
        String locale,
        String lender,
        Money amountDue,
        Optional<LocalDate> oldestDueDate,
        String phone,
        String url,
        Optional<Ahead> ahead) {

    /**
     * A step that lies ahead.
     *
     * @param stage the stage that is entered
     * @param restrictions what is taken away
     * @param notBefore the first local day on which that can be
     * @param toldOn the local day of the notice: a second notice of the same step is another one
     */
    public record Ahead(Stage stage, List<Restriction> restrictions, LocalDate notBefore, LocalDate toldOn) {

        /** Brings the restrictions into order. */
        public Ahead {
            restrictions = restrictions.stream().distinct().sorted().toList();
        }
    }
}
