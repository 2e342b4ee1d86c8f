package io.latchkey.decision.store;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.Batch;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Payments that were accepted within a clock hour.
 *
 * @param partnerId the partner
 * @param part the partition of installment-events that they stood in
 * @param hour the hour's first moment
 * @param payments how many
 */
record ReceivedRow(PartnerId partnerId, int part, Instant hour, long payments) {

    private record When(PartnerId partnerId, int part, Instant hour) {}

    private record Slot(PartnerId partnerId, int part, int slot) {}

    /** One row for each slot, of the newest day in it. */
    static List<ReceivedRow> of(List<Batch.Received> received) {
        return List.copyOf(received.stream()
                .collect(groupingBy(
                        one -> new When(
                                one.partnerId(),
                                one.source().partition(),
                                one.acceptedAt().truncatedTo(ChronoUnit.HOURS)),
                        counting()))
                .entrySet()
                .stream()
                .map(one -> new ReceivedRow(
                        one.getKey().partnerId(),
                        one.getKey().part(),
                        one.getKey().hour(),
                        one.getValue()))
                .collect(toMap(
                        row -> new Slot(row.partnerId, row.part, row.slot()),
                        row -> row,
                        maxBy(comparing(ReceivedRow::hour))))
                .values());
    }

    /** The hour of the day: the row is taken over by the next day's. */
    int slot() {
        return hour.atZone(ZoneOffset.UTC).getHour();
    }
}
