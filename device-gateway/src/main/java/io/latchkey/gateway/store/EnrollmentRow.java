package io.latchkey.gateway.store;

import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.gateway.domain.Enrollment;
import io.latchkey.gateway.domain.HandsetKey;
import io.latchkey.gateway.domain.HandsetName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** An enrollment as a row. */
@Entity
@Table(name = "enrollments")
@IdClass(EnrollmentRow.Key.class)
@NullUnmarked
class EnrollmentRow {

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Id
    int enrollment;

    @Column(name = "loan_id")
    String loanId;

    @Column(name = "partner_id")
    String partnerId;

    @Column(name = "second_id")
    String secondId;

    @Column(name = "enrolled_at")
    Instant enrolledAt;

    String spki;

    @Column(name = "key_thumbprint")
    String keyThumbprint;

    String certificate;

    boolean announced;

    /** Device and number. */
    record Key(String deviceId, int enrollment) implements Serializable {

        static Key of(HandsetName name) {
            return new Key(name.deviceId().value(), name.enrollment());
        }
    }

    static EnrollmentRow of(Enrollment enrollment) {
        EnrollmentRow row = new EnrollmentRow();
        row.deviceId = enrollment.name().deviceId().value();
        row.enrollment = enrollment.name().enrollment();
        row.loanId = enrollment.loanId().value();
        row.partnerId = enrollment.partnerId().value();
        row.enrolledAt = enrollment.enrolledAt();
        row.spki = enrollment.key().spki();
        row.keyThumbprint = enrollment.key().thumbprint();
        row.certificate = enrollment.certificate().orElse(null);
        row.secondId = enrollment.secondId().map(DeviceId::value).orElse(null);
        return row;
    }

    Enrollment toEnrollment() {
        return new Enrollment(
                new HandsetName(new DeviceId(deviceId), enrollment),
                new LoanId(loanId),
                new PartnerId(partnerId),
                Optional.ofNullable(secondId).map(DeviceId::new),
                enrolledAt,
                new HandsetKey(spki, keyThumbprint),
                Optional.ofNullable(certificate));
    }
}
