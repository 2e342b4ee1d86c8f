package io.latchkey.ingest.iso20022;

import io.latchkey.ingest.app.BankReport;
import io.latchkey.ingest.domain.BankEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a camt.054 or camt.053 as a stream: of a batch of any length one transaction is held.
 *
 * <p><b>Source:</b> ISO 20022, Bank to Customer Cash Management, messages camt.054.001 and camt.053.001, versions 02 to 11.
 */
final class CamtReport implements BankReport {

    private static final Pattern NAMESPACE =
            Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.05[34]\\.001\\.(0[2-9]|1[01])");
    private static final Set<String> MESSAGES = Set.of("BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt");
    private static final Set<String> REPORTS = Set.of("Ntfctn", "Stmt");

    /** Where the cursor is: below the element of that name. */
    private enum Level {
        DOCUMENT,
        MESSAGE,
        REPORT,
        ENTRY,
        DETAILS
    }

    private final XmlCursor cursor;
    private final Judgement judgement;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<BankEntry> read = new ArrayList<>();
    private String messageId = "";
    private int report;
    private int entry;
    private int transactions;
    private Booking booking = Booking.EMPTY;
    private @Nullable Transaction waiting;

    CamtReport(XmlCursor cursor, Judgement judgement) {
        this.cursor = cursor;
        this.judgement = judgement;
        if (!cursor.nextChild()) {
            throw cursor.wrong("is empty");
        }
        Matcher namespace = NAMESPACE.matcher(cursor.namespace());
        if (!cursor.name().equals("Document") || !namespace.matches()) {
            throw cursor.wrong("must be a Document of ISO 20022 camt.054 or camt.053, versions 02 to 11");
        }
        levels.push(Level.DOCUMENT);
    }

    @Override
    public String messageId() {
        return messageId;
    }

    @Override
    public List<BankEntry> next(int most) {
        read.clear();
        while (read.size() < most && !levels.isEmpty()) {
            if (cursor.nextChild()) {
                begin(levels.element(), cursor.name());
            } else {
                end(levels.pop());
            }
        }
        return List.copyOf(read);
    }

    private void begin(Level level, String name) {
        switch (level) {
            case DOCUMENT -> {
                if (!MESSAGES.contains(name)) {
                    throw cursor.wrong(
                            "must hold one of " + MESSAGES.stream().sorted().toList());
                }
                levels.push(Level.MESSAGE);
            }
            case MESSAGE -> beginInMessage(name);
            case REPORT -> {
                if (name.equals("Ntry")) {
                    entry++;
                    transactions = 0;
                    booking = Booking.EMPTY;
                    levels.push(Level.ENTRY);
                } else {
                    cursor.skip();
                }
            }
            case ENTRY -> beginInEntry(name);
            case DETAILS -> {
                if (name.equals("TxDtls")) {
                    tellWaiting(false);
                    transactions++;
                    waiting = Transaction.read(cursor);
                } else {
                    cursor.skip();
                }
            }
        }
    }

    private void beginInMessage(String name) {
        if (name.equals("GrpHdr")) {
            cursor.children(child -> {
                if (child.equals("MsgId")) {
                    messageId = cursor.text();
                } else {
                    cursor.skip();
                }
            });
        } else if (REPORTS.contains(name)) {
            report++;
            entry = 0;
            levels.push(Level.REPORT);
        } else {
            cursor.skip();
        }
    }

    private void beginInEntry(String name) {
        switch (name) {
            case "Amt" -> booking = booking.withAmount(Transaction.amount(cursor));
            case "CdtDbtInd" -> booking = booking.withIndicator(cursor.text());
            case "RvslInd" -> booking = booking.withReversal(cursor.text());
            case "Sts" -> booking = booking.withStatus(cursor.text());
            case "BookgDt" -> booking = booking.withBooked(cursor.text());
            case "AcctSvcrRef" -> booking = booking.withReference(cursor.text());
            case "NtryDtls" -> levels.push(Level.DETAILS);
            default -> cursor.skip();
        }
    }

    private void end(Level level) {
        if (level == Level.ENTRY) {
            if (transactions == 0) {
                waiting = Transaction.none();
            }
            tellWaiting(true);
        } else if (level == Level.DOCUMENT && cursor.nextChild()) {
            throw cursor.wrong("must end with its first element");
        }
    }

    /** Whether a transaction is the only one of its entry is known when the next one, or the end, is seen. */
    private void tellWaiting(boolean atEnd) {
        if (waiting != null) {
            read.add(judgement.of(place(), booking, waiting, atEnd && transactions <= 1));
            waiting = null;
        }
    }

    private String place() {
        String place = "report[" + report + "]/Ntry[" + entry + "]";
        return transactions == 0 ? place : place + "/TxDtls[" + transactions + "]";
    }

    @Override
    public void close() {
        cursor.close();
    }
}
