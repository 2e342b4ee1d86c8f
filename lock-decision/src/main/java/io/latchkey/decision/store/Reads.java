package io.latchkey.decision.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.PolicyKey;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Policy;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** What belongs to loans, read for a whole batch at once. */
final class Reads {

    private final Mutiny.Session session;

    Reads(Mutiny.Session session) {
        this.session = session;
    }

    /** Locked, in the order of their ids and after their loans, so that no two transactions wait for each other. */
    Uni<List<DeviceRow>> handsets(Set<DeviceId> deviceIds) {
        if (deviceIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(
                        "from DeviceRow d where d.deviceId in :ids order by d.deviceId", DeviceRow.class)
                .setParameter("ids", deviceIds.stream().map(DeviceId::value).toList())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Uni<Map<PolicyKey, Rules>> rules(Set<PolicyKey> policies) {
        if (policies.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<PolicyRow.Key> keys = policies.stream()
                .map(key -> new PolicyRow.Key(key.partnerId().value(), key.name(), key.version()))
                .toList();
        return session.createSelectionQuery(
                        "select p, r from PolicyRow p join PartnerRow r on r.partnerId = p.key.partnerId"
                                + " where p.key in :keys",
                        Object[].class)
                .setParameter("keys", keys)
                .getResultList()
                .map(rows -> rows.stream().collect(toMap(row -> keyOf((PolicyRow) row[0]), Reads::rulesOf)));
    }

    private static PolicyKey keyOf(PolicyRow row) {
        return new PolicyKey(new PartnerId(row.key.partnerId()), row.key.name(), row.key.version());
    }

    private static Rules rulesOf(Object[] row) {
        return new Rules(
                Json.read(Policy.class, ((PolicyRow) row[0]).content),
                Json.read(PartnerProfile.class, ((PartnerRow) row[1]).profile));
    }

    Uni<Map<LoanId, List<Payment>>> parked(Set<LoanId> loanIds) {
        if (loanIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createSelectionQuery(
                        "from ParkedRow p where p.loanId in :ids and p.claimedBy is null order by p.key.partnerId,"
                                + " p.key.paymentId",
                        ParkedRow.class)
                .setParameter("ids", loanIds.stream().map(LoanId::value).toList())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(groupingBy(row -> new LoanId(row.loanId), mapping(ParkedRow::payment, toList()))));
    }
}
