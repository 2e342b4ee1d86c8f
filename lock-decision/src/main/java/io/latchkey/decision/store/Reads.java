package io.latchkey.decision.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.app.ParkedKey;
import io.latchkey.decision.app.PolicyKey;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.policy.Policy;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** What belongs to loans, read for a whole batch at once. */
final class Reads {

    private static final String PARKED = "select partner_id, payment_id, minor_units, currency, counts_from, loan_id"
            + " from parked_payment where claimed_by is null and";

    static final String HANDSETS =
            "select " + DeviceRow.COLUMNS + " from device where device_id = any(cast(:ids as text[]))";

    private final Mutiny.Session session;
    private final KnownRules known;

    Reads(Mutiny.Session session, KnownRules known) {
        this.session = session;
        this.known = known;
    }

    /** Locked, in the order of their ids and after their loans, so that no two transactions wait for each other. */
    Uni<List<DeviceRow>> handsets(Set<DeviceId> deviceIds) {
        if (deviceIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(HANDSETS + " order by device_id for update", Object[].class)
                .setParameter("ids", deviceIds.stream().map(DeviceId::value).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(DeviceRow::of).toList());
    }

    Uni<Map<PolicyKey, Rules>> rules(Set<PolicyKey> wanted) {
        Map<PolicyKey, Rules> atHand = known.among(wanted);
        Set<PolicyKey> missing = new HashSet<>(wanted);
        missing.removeAll(atHand.keySet());
        return missing.isEmpty()
                ? Uni.createFrom().item(atHand)
                : stored(missing).invoke(known::learn).map(read -> {
                    Map<PolicyKey, Rules> all = new HashMap<>(atHand);
                    all.putAll(read);
                    return all;
                });
    }

    private Uni<Map<PolicyKey, Rules>> stored(Set<PolicyKey> policies) {
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
        return session.createNativeQuery(
                        PARKED + " loan_id = any(cast(:ids as text[])) order by partner_id, payment_id for update",
                        Object[].class)
                .setParameter("ids", loanIds.stream().map(LoanId::value).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> new LoanId((String) row[5]), mapping(Reads::parkedPayment, toList()))));
    }

    /** Parked money by its own name, locked. */
    Uni<Map<ParkedKey, Payment>> matchable(Set<ParkedKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(
                        PARKED + " (partner_id, payment_id) in"
                                + " (select * from unnest(cast(:partners as text[]), cast(:payments as text[])))"
                                + " order by partner_id, payment_id for update",
                        Object[].class)
                .setParameter(
                        "partners",
                        keys.stream().map(key -> key.partnerId().value()).toArray(String[]::new))
                .setParameter(
                        "payments",
                        keys.stream().map(key -> key.paymentId().value()).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().collect(toMap(Reads::parkedKey, Reads::parkedPayment)));
    }

    private static ParkedKey parkedKey(Object[] row) {
        return new ParkedKey(new PartnerId((String) row[0]), new PaymentId((String) row[1]));
    }

    private static Payment parkedPayment(Object[] row) {
        Money amount = new Money(((Number) row[2]).longValue(), Currency.getInstance((String) row[3]));
        return new Payment(new PaymentId((String) row[1]), amount, ((OffsetDateTime) row[4]).toInstant());
    }
}
