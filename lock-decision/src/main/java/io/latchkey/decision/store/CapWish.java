package io.latchkey.decision.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.app.Fleet;
import io.latchkey.decision.app.PolicyKey;
import io.latchkey.decision.domain.Rules;
import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Cap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many places of an hour a partner's loans may want, and what decides whether there are any.
 *
 * @param loans how many may want a place
 * @param waiting whether one of them is in a batch: whether that was released is asked under the partner's lock
 * @param caps those that they are held to
 */
record CapWish(int loans, boolean waiting, List<Cap> caps) {

    /** Of each partner whose policies hold for these loans. */
    static Map<PartnerId, CapWish> of(List<LoanRow> rows, Set<PolicyKey> policies, Map<PolicyKey, Rules> rules) {
        Set<PartnerId> partners = policies.stream().map(PolicyKey::partnerId).collect(toSet());
        return partners.stream().collect(toMap(partner -> partner, partner -> {
            List<LoanRow> loans = rows.stream()
                    .filter(row -> partner.value().equals(row.partnerId))
                    .toList();
            return new CapWish(
                    loans.size(),
                    loans.stream().anyMatch(row -> row.batchId != null),
                    policies.stream()
                            .filter(policy -> policy.partnerId().equals(partner))
                            .map(policy -> Fleet.capOf(Optional.ofNullable(rules.get(policy))))
                            .toList());
        }));
    }
}
