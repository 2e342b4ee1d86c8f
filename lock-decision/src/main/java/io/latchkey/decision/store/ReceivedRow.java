package io.latchkey.decision.store;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.latchkey.decision.app.Partitioning;
import io.latchkey.decision.domain.LoanEvent.PaymentReceived;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Payments that came within a clock hour.
 *
 * @param partnerId the partner
 * @param part the partition of installment-events that they stood in
 * @param hour the hour's first moment
 * @param payments how many
 */
record ReceivedRow(PartnerId partnerId, int part, Instant hour, long payments) {

    private record Where(PartnerId partnerId, int part) {}

    static List<ReceivedRow> of(List<PaymentReceived> paid, Instant now, Partitioning partitioning) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        return paid.stream()
                .collect(groupingBy(one -> new Where(one.partnerId(), partitioning.of(one.loanId())), counting()))
                .entrySet()
                .stream()
                .map(one ->
                        new ReceivedRow(one.getKey().partnerId(), one.getKey().part(), hour, one.getValue()))
                .toList();
    }

    /** The hour of the day: the row is taken over by the next day's. */
    int slot() {
        return hour.atZone(ZoneOffset.UTC).getHour();
    }
}
