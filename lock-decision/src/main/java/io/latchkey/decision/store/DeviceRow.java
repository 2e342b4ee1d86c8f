package io.latchkey.decision.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.NullUnmarked;

/** A handset as it lies in the table. */
@NullUnmarked
@Entity
@Table(name = "device")
class DeviceRow {

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Column(name = "governed_by")
    String governedBy;

    /** The newest enrollment. */
    int enrollment;

    Integer rival;

    int settled;

    long revision;

    String stated;

    /** The revision by which it proves that its screen told something; null if no such proof is needed. */
    Long awaited;

    /** The partition whose owner relays all that is said to the handset. */
    Integer part;

    /** The process that wrote the row last. */
    String writer;

    @Version
    Long version;
}
