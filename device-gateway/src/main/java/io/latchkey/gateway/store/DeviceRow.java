package io.latchkey.gateway.store;

import io.latchkey.events.Bindings;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** Which enrollments of a device count, as a row; whoever changes it holds its lock. */
@Entity
@Table(name = "devices")
@NullUnmarked
class DeviceRow {

    @Id
    @Column(name = "device_id")
    String deviceId;

    /** The newest enrollment. */
    int enrollments;

    Integer rival;

    int settled;

    Bindings bindings() {
        return new Bindings(enrollments, Optional.ofNullable(rival), settled);
    }

    /** Takes the next enrollment number. */
    int nextNumber() {
        bind(bindings().enrolled(enrollments + 1));
        return enrollments;
    }

    void bind(Bindings bindings) {
        enrollments = bindings.newest();
        rival = bindings.rival().orElse(null);
        settled = bindings.settled();
    }
}
