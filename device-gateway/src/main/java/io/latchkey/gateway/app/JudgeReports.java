package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.app.ReportReader.Claimed;
import io.latchkey.gateway.app.ReportReader.Unreadable;
import io.latchkey.gateway.domain.DropReason;
import io.latchkey.gateway.domain.EnrolledKey;
import io.latchkey.gateway.domain.EnrolledKey.Worth;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.ReportMapping;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells genuine reports from everything else that may stand on a report topic. */
@ApplicationScoped
public class JudgeReports {

    private final ReportReader reader;
    private final HandsetKeys keys;
    private final BusinessClock clock;

    /**
     * Wires the use case.
     *
     * @param reader reads and checks
     * @param keys the keys that handsets enrolled with
     * @param clock tells how long ago an enrollment was superseded
     */
    public JudgeReports(ReportReader reader, HandsetKeys keys, BusinessClock clock) {
        this.reader = reader;
        this.keys = keys;
        this.clock = clock;
    }

    /** A message, read; signatures are computed away from the event loop. */
    private record Read(DeviceId deviceId, ReportReader.Message message) {

        Optional<HandsetName> name() {
            return message instanceof Claimed claimed && claimed.claims().enrollment() >= 1
                    ? Optional.of(new HandsetName(deviceId, claimed.claims().enrollment()))
                    : Optional.empty();
        }
    }

    Uni<List<Judged>> on(List<ReportArrived> batch) {
        List<Read> read = batch.stream()
                .map(one -> new Read(one.deviceId(), reader.read(one.payload())))
                .toList();
        List<HandsetName> names = read.stream()
                .map(Read::name)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return keys.of(names).emitOn(Infrastructure.getDefaultWorkerPool()).map(known -> {
            Instant now = clock.now();
            return read.stream().map(one -> judge(one, known, now)).toList();
        });
    }

    private Judged judge(Read read, Map<HandsetName, EnrolledKey> known, Instant now) {
        return switch (read.message()) {
            case Unreadable unreadable -> new Judged.Dropped(unreadable.reason());
            case Claimed claimed ->
                read.name()
                        .flatMap(name -> Optional.ofNullable(known.get(name)))
                        .map(key -> judge(read.deviceId(), claimed, key, now))
                        .orElseGet(() -> new Judged.Dropped(DropReason.UNKNOWN_ENROLLMENT));
        };
    }

    private Judged judge(DeviceId deviceId, Claimed claimed, EnrolledKey key, Instant now) {
        if (!reader.isSignedBy(claimed, key.spki())) {
            return new Judged.Dropped(DropReason.BAD_SIGNATURE);
        }
        Worth worth = key.worth(now);
        if (worth == Worth.ENDED) {
            return new Judged.Dropped(DropReason.ENROLLMENT_ENDED);
        }
        return ReportMapping.from(deviceId, claimed.claims(), claimed.jws())
                .<Judged>map(
                        report -> new Judged.Genuine(report, claimed.claims().seq(), worth == Worth.SUPERSEDED))
                .orElseGet(() -> new Judged.Dropped(DropReason.MALFORMED_CLAIMS));
    }
}
