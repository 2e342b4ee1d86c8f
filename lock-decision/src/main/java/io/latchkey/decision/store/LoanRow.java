package io.latchkey.decision.store;

import io.latchkey.decision.domain.Terms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A loan as it lies in the table. */
@NullUnmarked
@Entity
@Table(name = "loan")
class LoanRow {

    @Id
    @Column(name = "loan_id")
    String loanId;

    @Column(name = "partner_id")
    String partnerId;

    String phase;

    @Column(name = "device_id")
    String deviceId;

    @Column(name = "policy_name")
    String policyName;

    @Column(name = "policy_version")
    Integer policyVersion;

    String stage;

    /** What was signed: the largest part, and it hardly ever changes. In a row to be written: null if it stayed. */
    String terms;

    /** The same, read. */
    @Transient
    Terms signed;

    /** What changes. */
    String content;

    long decisions;

    @Column(name = "next_deadline")
    Instant nextDeadline;

    @Column(name = "waiting_since")
    Instant waitingSince;

    /** The moment that its partner's feed must pass before it is judged again; null if it has. */
    @Column(name = "needs_feed_through")
    Instant needsFeedThrough;

    @Column(name = "needs_brake_off")
    boolean needsBrakeOff;

    @Column(name = "needs_place")
    boolean needsPlace;

    /** The batch that it waits in for a place, or that freed it of that need. */
    @Column(name = "batch_id")
    String batchId;

    @Column(name = "awaits_receipt")
    boolean awaitsReceipt;

    /** Its partition of installment-events; null in a row from before partitions were noted. */
    Integer part;

    /** The process that wrote the row last. */
    String writer;

    @Column(name = "failed_turns")
    int failedTurns;

    /** System time. */
    @Column(name = "retry_at")
    Instant retryAt;

    @Version
    Long version;
}
