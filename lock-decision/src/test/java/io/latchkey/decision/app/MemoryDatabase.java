package io.latchkey.decision.app;

import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The database in memory, which several instances may use. A loan's partition is the last digit of its id. */
final class MemoryDatabase {

    Map<LoanId, Loan> loans = new HashMap<>();
    Map<LoanId, Instant> deadlines = new HashMap<>();
    Map<LoanId, Instant> retries = new HashMap<>();
    Map<LoanId, Integer> failures = new HashMap<>();
    Map<DeviceId, Handset> handsets = new HashMap<>();
    Map<DeviceId, Integer> voices = new HashMap<>();
    Map<LoanId, List<Payment>> parked = new HashMap<>();
    Map<Source, Long> consumed = new HashMap<>();
    Map<String, Entry> outbox = new LinkedHashMap<>();
    Map<String, String> writers = new HashMap<>();
    Map<PartnerId, PartnerProfile> partners = new HashMap<>();
    Map<PolicyKey, Policy> policies = new HashMap<>();
    MemoryFleet fleet = new MemoryFleet();
    private int failingCommits;
    private List<LoanId> unreadable = List.of();

    /** A word in the outbox. */
    record Entry(Word word, String writer) {}

    static int partitionOf(LoanId loanId) {
        String id = loanId.value();
        return Character.digit(id.charAt(id.length() - 1), 16) % 2;
    }

    /** Makes the next transactions fail at their commit. */
    void failNext(int times) {
        failingCommits = times;
    }

    /** Makes every turn fail in which one of these loans is. */
    void makeUnreadable(LoanId... loanIds) {
        unreadable = List.of(loanIds);
    }

    void failOn(List<LoanId> due) {
        due.stream().filter(unreadable::contains).findFirst().ifPresent(loanId -> {
            throw new IllegalStateException("loan " + loanId + " cannot be read");
        });
    }

    boolean isOurs(LoanId loanId, Ownership ownership) {
        return ownership.partitions().contains(partitionOf(loanId));
    }

    /** By their deadlines, and then those that have what they need. */
    List<LoanId> due(Instant now, Instant systemNow) {
        Stream<LoanId> timely = deadlines.entrySet().stream()
                .filter(one -> !one.getValue().isAfter(now))
                .sorted(Map.Entry.<LoanId, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        Stream<LoanId> needy = fleet.needs.keySet().stream()
                .filter(loanId ->
                        loans.get(loanId) instanceof Contract contract && fleet.has(contract, fleet.needs.get(loanId)))
                .sorted();
        return Stream.concat(timely, needy)
                .distinct()
                .filter(loanId -> !retries.getOrDefault(loanId, Instant.MIN).isAfter(systemNow))
                .toList();
    }

    Map<PolicyKey, Rules> rules() {
        Map<PolicyKey, Rules> rules = new HashMap<>();
        policies.forEach((key, policy) -> rules.put(key, new Rules(policy, partners.get(key.partnerId()))));
        return rules;
    }

    Contract contract(LoanId loanId) {
        return (Contract) loans.get(loanId);
    }

    MemoryDatabase copy() {
        MemoryDatabase copy = new MemoryDatabase();
        copy.take(this);
        return copy;
    }

    void replaceBy(MemoryDatabase next) {
        if (failingCommits-- > 0) {
            throw new IllegalStateException("the database is away");
        }
        take(next);
    }

    private void take(MemoryDatabase other) {
        loans = new HashMap<>(other.loans);
        deadlines = new HashMap<>(other.deadlines);
        retries = new HashMap<>(other.retries);
        failures = new HashMap<>(other.failures);
        handsets = new HashMap<>(other.handsets);
        voices = new HashMap<>(other.voices);
        parked = new HashMap<>(other.parked);
        consumed = new HashMap<>(other.consumed);
        outbox = new LinkedHashMap<>(other.outbox);
        writers = new HashMap<>(other.writers);
        partners = new HashMap<>(other.partners);
        policies = new HashMap<>(other.policies);
        fleet = other.fleet.copy();
    }
}
