package io.latchkey.decision.store;

import org.jspecify.annotations.NullUnmarked;

/** A handset as it lies in the table. */
@NullUnmarked
final class DeviceRow {

    /** What {@link #of} reads. */
    static final String COLUMNS =
            "device_id, governed_by, enrollment, rival, settled, revision, stated, awaited, part, writer";

    String deviceId;

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

    /** A row of {@link #COLUMNS}. */
    static DeviceRow of(Object[] columns) {
        DeviceRow row = new DeviceRow();
        row.deviceId = (String) columns[0];
        row.governedBy = (String) columns[1];
        row.enrollment = ((Number) columns[2]).intValue();
        row.rival = (Integer) columns[3];
        row.settled = ((Number) columns[4]).intValue();
        row.revision = ((Number) columns[5]).longValue();
        row.stated = (String) columns[6];
        row.awaited = (Long) columns[7];
        row.part = (Integer) columns[8];
        row.writer = (String) columns[9];
        return row;
    }
}
