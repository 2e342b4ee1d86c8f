package io.latchkey.decision.store;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.Bindings;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handsets as rows and back; the only file that knows both. */
final class DeviceMapper {

    private DeviceMapper() {}

    static Handset toDomain(DeviceRow row) {
        return new Handset(
                new DeviceId(row.deviceId),
                Optional.ofNullable(row.governedBy).map(LoanId::new),
                new Bindings(row.enrollment, Optional.ofNullable(row.rival), row.settled),
                row.revision,
                Optional.ofNullable(row.stated).map(stated -> Json.read(Desired.class, stated)),
                Optional.ofNullable(row.awaited));
    }

    static Map<DeviceId, Handset> all(List<DeviceRow> rows) {
        return rows.stream().map(DeviceMapper::toDomain).collect(toMap(Handset::deviceId, handset -> handset));
    }

    static DeviceRow toRow(Handset handset) {
        DeviceRow row = new DeviceRow();
        row.deviceId = handset.deviceId().value();
        row.governedBy = handset.governor().map(LoanId::value).orElse(null);
        row.enrollment = handset.bindings().newest();
        row.rival = handset.bindings().rival().orElse(null);
        row.settled = handset.bindings().settled();
        row.revision = handset.revision();
        row.stated = handset.stated().map(Json::write).orElse(null);
        row.awaited = handset.awaited().orElse(null);
        return row;
    }
}
