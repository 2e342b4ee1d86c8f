package io.latchkey.gateway.store;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.gateway.domain.Ticket;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A code's ticket as a row. */
@Entity
@Table(name = "enrollment_codes")
@NullUnmarked
class CodeRow {

    @Id
    @Column(name = "code_hash")
    String codeHash;

    @Column(name = "partner_id")
    String partnerId;

    @Column(name = "loan_id")
    String loanId;

    @Column(name = "device_id")
    String deviceId;

    @Column(name = "second_id")
    @Nullable
    String secondId;

    @Column(name = "expires_at")
    Instant expiresAt;

    boolean revoked;

    @Column(name = "used_by")
    @Nullable
    Integer usedBy;

    @Column(name = "used_by_key")
    @Nullable
    String usedByKey;

    static CodeRow of(Ticket ticket) {
        CodeRow row = new CodeRow();
        row.codeHash = ticket.codeHash();
        row.partnerId = ticket.partnerId().value();
        row.loanId = ticket.loanId().value();
        row.deviceId = ticket.deviceId().value();
        row.secondId = ticket.secondId().map(DeviceId::value).orElse(null);
        row.expiresAt = ticket.expiresAt();
        row.revoked = ticket.revoked();
        return row;
    }

    Ticket ticket() {
        return new Ticket(
                codeHash,
                new PartnerId(partnerId),
                new LoanId(loanId),
                new DeviceId(deviceId),
                Optional.ofNullable(secondId).map(DeviceId::new),
                expiresAt,
                revoked,
                Optional.ofNullable(usedBy).map(number -> new Ticket.Use(number, usedByKey)));
    }

    void useFor(int enrollment, String keyThumbprint) {
        usedBy = enrollment;
        usedByKey = keyThumbprint;
    }
}
