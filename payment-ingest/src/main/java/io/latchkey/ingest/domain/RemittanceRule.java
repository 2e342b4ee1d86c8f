package io.latchkey.ingest.domain;

import io.latchkey.events.PaymentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a partner's bank says which loan money is for, and by which of its many references a transaction is named. A webhook
 * and a bank's report name one payment alike only if both take the same reference.
 *
 * @param accounts where an account number stands; the first place that holds one counts
 * @param paymentIds which reference names a transaction; the first that is given counts
 */
public record RemittanceRule(List<AccountPlace> accounts, List<Reference> paymentIds) {

    /** An account number as loans may have it: printable ASCII, without blanks at the ends. */
    public static final String ACCOUNT_NUMBER = "[!-~]([ -~]{0,62}[!-~])?";

    /** The structured reference as a whole, else the end-to-end id; transactions by the bank's own reference. */
    public static final RemittanceRule DEFAULT = new RemittanceRule(
            List.of(AccountPlace.whole(Source.STRUCTURED), AccountPlace.whole(Source.END_TO_END_ID)),
            List.of(Reference.SERVICER, Reference.TRANSACTION, Reference.INSTRUCTION));

    private static final Predicate<String> IS_ACCOUNT_NUMBER =
            Pattern.compile(ACCOUNT_NUMBER).asMatchPredicate();

    /** Where an account number may stand. */
    public enum Source {
        /** The structured creditor reference. */
        STRUCTURED("RmtInf/Strd/CdtrRefInf/Ref"),
        /** The payer's reference. */
        END_TO_END_ID("Refs/EndToEndId"),
        /** All lines of free text, joined by a blank. */
        FREE_TEXT("RmtInf/Ustrd");

        private final String path;

        Source(String path) {
            this.path = path;
        }

        /**
         * Where it stands in a transaction of ISO 20022.
         *
         * @return a path
         */
        public String path() {
            return path;
        }

        /**
         * Its name for people.
         *
         * @return {@code structured}, {@code end-to-end-id} or {@code free-text}
         */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The place of that name.
         *
         * @param name as in the partners' file: {@code structured}, {@code end-to-end-id}, {@code free-text}
         * @return nothing if there is none
         */
        public static Optional<Source> of(String name) {
            return Stream.of(values())
                    .filter(one -> one.wireName().equals(name))
                    .findAny();
        }
    }

    /** The references of a transaction. */
    public enum Reference {
        /** Given by the bank that keeps the account. */
        SERVICER("AcctSvcrRef"),
        /** Given by the first bank on the way. */
        TRANSACTION("TxId"),
        /** Given by whoever instructed the next bank. */
        INSTRUCTION("InstrId"),
        /** Given by the payer. */
        END_TO_END("EndToEndId"),
        /** The same for all banks on the way. */
        UETR("UETR");

        private final String element;

        Reference(String element) {
            this.element = element;
        }

        /**
         * Its name in ISO 20022.
         *
         * @return an element's name
         */
        public String element() {
            return element;
        }

        /**
         * The reference of that name.
         *
         * @param element an element's name
         * @return nothing if it is no reference that is known
         */
        public static Optional<Reference> of(String element) {
            return Stream.of(values())
                    .filter(one -> one.element.equals(element))
                    .findAny();
        }
    }

    /** Finds an account number in what a payer wrote. */
    public interface AccountFinder {

        /** For a place that holds the account number and nothing else. */
        AccountFinder WHOLE = new AccountFinder() {
            @Override
            public Optional<String> find(String text) {
                return Optional.of(text);
            }

            @Override
            public Optional<String> pattern() {
                return Optional.empty();
            }
        };

        /**
         * Looks for it.
         *
         * @param text what stands at the place
         * @return the number, or nothing
         */
        Optional<String> find(String text);

        /**
         * How it looks, as it was agreed.
         *
         * @return a pattern; nothing if the whole text is the number
         */
        Optional<String> pattern();
    }

    /**
     * A place, and how to find the account number in it.
     *
     * @param source where
     * @param finder finds it in the text that stands there
     */
    public record AccountPlace(Source source, AccountFinder finder) {

        /**
         * A place that holds the account number and nothing else.
         *
         * @param source where
         * @return the place
         */
        public static AccountPlace whole(Source source) {
            return new AccountPlace(source, AccountFinder.WHOLE);
        }
    }

    /** Copies the lists. */
    public RemittanceRule {
        accounts = List.copyOf(accounts);
        paymentIds = List.copyOf(paymentIds);
    }

    /**
     * Finds the account number.
     *
     * @param remittance what the payer wrote
     * @return the partner's number of the loan; nothing if no place holds what could be one
     */
    public Optional<String> accountOf(Remittance remittance) {
        return accounts.stream()
                .flatMap(place -> texts(place.source(), remittance).flatMap(text -> place.finder().find(text).stream()))
                .map(String::strip)
                .filter(IS_ACCOUNT_NUMBER)
                .findFirst();
    }

    private static Stream<String> texts(Source source, Remittance remittance) {
        return switch (source) {
            case STRUCTURED -> remittance.structured().stream();
            case END_TO_END_ID -> remittance.reference(Reference.END_TO_END).stream();
            case FREE_TEXT ->
                remittance.lines().isEmpty() ? Stream.empty() : Stream.of(String.join(" ", remittance.lines()));
        };
    }

    /**
     * Names a transaction.
     *
     * @param remittance its references
     * @return nothing if none of them is given, or has the shape of an id
     */
    public Optional<PaymentId> paymentIdOf(Remittance remittance) {
        return paymentIds.stream()
                .flatMap(reference -> remittance.reference(reference).stream())
                .filter(PaymentId::isOne)
                .findFirst()
                .map(PaymentId::new);
    }
}
