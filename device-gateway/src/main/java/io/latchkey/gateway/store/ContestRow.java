package io.latchkey.gateway.store;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.gateway.domain.Contest;
import io.latchkey.gateway.domain.Contest.Settlement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** A contest as a row. Its moments are those that PostgreSQL keeps, so that a repeated answer is the same. */
@Entity
@Table(name = "contests")
@IdClass(EnrollmentRow.Key.class)
@NullUnmarked
class ContestRow {

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Id
    int enrollment;

    int rival;

    @Column(name = "loan_id")
    String loanId;

    @Column(name = "partner_id")
    String partnerId;

    @Column(name = "contested_at")
    Instant contestedAt;

    @Column(name = "settled_enrollment")
    Integer settledEnrollment;

    Integer kept;

    @Column(name = "settled_at")
    Instant settledAt;

    boolean announced;

    static ContestRow opened(EnrollmentRow newest, int rival, Instant now) {
        ContestRow row = new ContestRow();
        row.deviceId = newest.deviceId;
        row.enrollment = newest.enrollment;
        row.rival = rival;
        row.loanId = newest.loanId;
        row.partnerId = newest.partnerId;
        row.contestedAt = now.truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    void settle(int newest, int chosen, Instant now) {
        settledEnrollment = newest;
        kept = chosen;
        settledAt = now.truncatedTo(ChronoUnit.MICROS);
        announced = false;
    }

    Contest toContest() {
        return new Contest(
                new DeviceId(deviceId),
                enrollment,
                rival,
                new LoanId(loanId),
                new PartnerId(partnerId),
                contestedAt,
                Optional.ofNullable(settledAt).map(at -> new Settlement(settledEnrollment, kept, at)));
    }
}
