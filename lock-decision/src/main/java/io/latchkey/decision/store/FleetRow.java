package io.latchkey.decision.store;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.latchkey.decision.domain.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many more loans of a partner's partition govern a handset than before.
 *
 * @param partnerId the partner
 * @param part the partition of installment-events that the loans are in
 * @param more negative if they became fewer
 */
record FleetRow(String partnerId, int part, long more) {

    private record Place(String partnerId, int part) {}

    /**
     * What a transaction changes, in one order, so that no two wait for each other.
     *
     * @param before rows as they were read, by loan
     * @param then rows as they are written
     */
    static List<FleetRow> of(Map<String, LoanRow> before, Collection<LoanRow> then) {
        return then.stream()
                .collect(groupingBy(
                        row -> new Place(row.partnerId, row.part),
                        summingLong(row -> governing(row) - governing(before.get(row.loanId)))))
                .entrySet()
                .stream()
                .filter(place -> place.getValue() != 0)
                .map(place ->
                        new FleetRow(place.getKey().partnerId(), place.getKey().part(), place.getValue()))
                .sorted(comparing(FleetRow::partnerId).thenComparing(FleetRow::part))
                .toList();
    }

    private static int governing(@Nullable LoanRow row) {
        return row != null && row.phase.equals(Contract.Phase.GOVERNING.name()) ? 1 : 0;
    }
}
