package io.latchkey.decision.store;

import io.latchkey.decision.domain.Terms;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A loan as it lies in the table. No entity: to read one costs more than to decide. */
@NullUnmarked
final class LoanRow {

    /** What {@link #of} reads: the rest of a row is for searching, and worked out anew whenever it is written. */
    static final String COLUMNS = "loan.loan_id, loan.partner_id, loan.phase, loan.terms, loan.content, loan.decisions,"
            + " loan.next_deadline, loan.waiting_since, loan.batch_id, loan.writer";

    String loanId;

    String partnerId;

    String phase;

    String deviceId;

    String policyName;

    Integer policyVersion;

    String stage;

    /** What was signed: the largest part, and it hardly ever changes. In a row to be written: null if it stayed. */
    String terms;

    /** The same, read. */
    Terms signed;

    /** What changes. */
    String content;

    long decisions;

    Instant nextDeadline;

    Instant waitingSince;

    /** The moment that its partner's feed must pass before it is judged again; null if it has. */
    Instant needsFeedThrough;

    boolean needsBrakeOff;

    boolean needsPlace;

    /** The batch that it waits in for a place, or that freed it of that need. */
    String batchId;

    boolean awaitsReceipt;

    /** Its partition of installment-events; null in a row from before partitions were noted. */
    Integer part;

    /** The process that wrote the row last. */
    String writer;

    /** A row of {@link #COLUMNS}. */
    static LoanRow of(Object[] columns) {
        LoanRow row = new LoanRow();
        row.loanId = (String) columns[0];
        row.partnerId = (String) columns[1];
        row.phase = (String) columns[2];
        row.terms = (String) columns[3];
        row.content = (String) columns[4];
        row.decisions = ((Number) columns[5]).longValue();
        row.nextDeadline = Feeds.moment(columns[6]).orElse(null);
        row.waitingSince = Feeds.moment(columns[7]).orElse(null);
        row.batchId = (String) columns[8];
        row.writer = (String) columns[9];
        return row;
    }
}
