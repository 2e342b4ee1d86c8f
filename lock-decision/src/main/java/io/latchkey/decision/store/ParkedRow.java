package io.latchkey.decision.store;

import io.latchkey.decision.app.ParkedKey;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PaymentId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.NullUnmarked;

/** Money that did not fit a loan, and who claimed it since. */
@NullUnmarked
@Entity
@Table(name = "parked_payment")
class ParkedRow {

    @EmbeddedId
    Key key;

    @Column(name = "loan_id")
    String loanId;

    @Column(name = "minor_units")
    long minorUnits;

    String currency;

    @Column(name = "counts_from")
    Instant countsFrom;

    String reason;

    @Column(name = "claimed_by")
    String claimedBy;

    ParkedKey name() {
        return new ParkedKey(new PartnerId(key.partnerId()), new PaymentId(key.paymentId()));
    }

    Payment payment() {
        return new Payment(
                new PaymentId(key.paymentId()), new Money(minorUnits, Currency.getInstance(currency)), countsFrom);
    }

    /**
     * The key.
     *
     * @param partnerId the partner
     * @param paymentId the bank's transaction id, unique within the partner
     */
    @Embeddable
    record Key(
            @Column(name = "partner_id") String partnerId,
            @Column(name = "payment_id") String paymentId) {}
}
