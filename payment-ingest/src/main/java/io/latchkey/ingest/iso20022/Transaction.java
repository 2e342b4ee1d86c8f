package io.latchkey.ingest.iso20022;

import io.latchkey.ingest.domain.Remittance;
import io.latchkey.ingest.domain.RemittanceRule.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A transaction of an entry, as {@code TxDtls} says it; what this service has no use for is passed over. */
final class Transaction {

    /** Given where a payer left the reference out. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private static final int MOST_LINES = 50;

    private final Map<Reference, String> references = new EnumMap<>(Reference.class);
    private final List<String> structured = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Optional<Booking.Amount> amount = Optional.empty();
    private Optional<Boolean> credit = Optional.empty();
    private Optional<String> accepted = Optional.empty();
    private boolean returned;

    private Transaction() {}

    /** An entry without transactions is one by itself. */
    static Transaction none() {
        return new Transaction();
    }

    /** Reads {@code TxDtls}, which just began. */
    static Transaction read(XmlCursor cursor) {
        Transaction transaction = new Transaction();
        cursor.children(name -> transaction.readChild(name, cursor));
        return transaction;
    }

    private void readChild(String name, XmlCursor cursor) {
        switch (name) {
            case "Refs" -> cursor.children(reference -> readReference(reference, cursor));
            case "Amt" -> amount = Optional.of(amount(cursor));
            case "AmtDtls" -> readAmountDetails(cursor);
            case "CdtDbtInd" -> credit = Booking.isCredit(cursor.text());
            case "RmtInf" -> cursor.children(kind -> readRemittance(kind, cursor));
            case "RltdDts" -> cursor.children(date -> readDate(date, cursor));
            case "RtrInf" -> {
                returned = true;
                cursor.skip();
            }
            default -> cursor.skip();
        }
    }

    static Booking.Amount amount(XmlCursor cursor) {
        String currency = cursor.attribute("Ccy");
        return new Booking.Amount(cursor.text(), currency);
    }

    private void readReference(String name, XmlCursor cursor) {
        String text = cursor.text();
        Reference.of(name)
                .filter(reference -> !text.isEmpty() && !text.equals(NOT_PROVIDED))
                .ifPresent(reference -> references.putIfAbsent(reference, text));
    }

    /** Version 02 has the transaction's amount only here. */
    private void readAmountDetails(XmlCursor cursor) {
        cursor.children(kind -> {
            if (kind.equals("TxAmt")) {
                cursor.children(part -> {
                    if (part.equals("Amt") && amount.isEmpty()) {
                        amount = Optional.of(amount(cursor));
                    } else {
                        cursor.skip();
                    }
                });
            } else {
                cursor.skip();
            }
        });
    }

    private void readRemittance(String kind, XmlCursor cursor) {
        switch (kind) {
            case "Ustrd" -> keep(lines, cursor);
            case "Strd" ->
                cursor.children(part -> {
                    if (part.equals("CdtrRefInf")) {
                        cursor.children(inner -> {
                            if (inner.equals("Ref")) {
                                keep(structured, cursor);
                            } else {
                                cursor.skip();
                            }
                        });
                    } else {
                        cursor.skip();
                    }
                });
            default -> cursor.skip();
        }
    }

    private static void keep(List<String> texts, XmlCursor cursor) {
        String text = cursor.text();
        if (!text.isEmpty() && texts.size() < MOST_LINES) {
            texts.add(text);
        }
    }

    private void readDate(String kind, XmlCursor cursor) {
        if (kind.equals("AccptncDtTm")) {
            accepted = Optional.of(cursor.text());
        } else {
            cursor.skip();
        }
    }

    /** Its own amount, or the entry's if it is the entry's only transaction. */
    Optional<Booking.Amount> amountIn(Booking booking, boolean alone) {
        return amount.or(() -> alone ? booking.amount() : Optional.empty());
    }

    /** Its own direction, or the entry's; nothing if neither says one. */
    Optional<Boolean> creditIn(Booking booking) {
        return credit.or(booking::credit);
    }

    boolean isReturned() {
        return returned;
    }

    /** When the bank took it, else when it was booked. */
    Optional<String> whenIn(Booking booking) {
        return accepted.or(booking::booked);
    }

    Remittance remittanceIn(Booking booking, boolean alone) {
        Map<Reference, String> all = new EnumMap<>(Reference.class);
        booking.reference().filter(reference -> alone).ifPresent(reference -> all.put(Reference.SERVICER, reference));
        all.putAll(references);
        return new Remittance(all, structured, lines);
    }
}
