package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The store in memory, with transactions that are all or nothing. */
final class MemoryLoans implements Loans, Outbox {

    private Map<LoanId, Loan> loans = new HashMap<>();
    private Map<LoanId, Instant> deadlines = new HashMap<>();
    private Map<DeviceId, Handset> handsets = new HashMap<>();
    private Map<LoanId, List<Payment>> parked = new HashMap<>();
    private Map<Source, Long> consumed = new HashMap<>();
    private Map<String, OutgoingEvent> outbox = new LinkedHashMap<>();
    private final Map<PartnerId, PartnerProfile> partners = new HashMap<>();
    private final Map<PolicyKey, Policy> policies = new HashMap<>();
    private int failures;

    /** Makes the next transactions fail at their commit. */
    void failNext(int times) {
        failures = times;
    }

    Map<String, OutgoingEvent> waiting() {
        return outbox;
    }

    @Override
    public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Work one = new Work();
            return work.apply(one).invoke(one::commit);
        });
    }

    @Override
    public Uni<Boolean> anyDue(Instant now) {
        return Uni.createFrom().item(!due(now).isEmpty());
    }

    private List<LoanId> due(Instant now) {
        return deadlines.entrySet().stream()
                .filter(one -> !one.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Uni<Optional<Instant>> nextDeadline() {
        return Uni.createFrom().item(deadlines.values().stream().min(Instant::compareTo));
    }

    @Override
    public Uni<List<OutgoingEvent>> oldest(int limit) {
        return Uni.createFrom().item(() -> outbox.values().stream().limit(limit).toList());
    }

    @Override
    public Uni<Void> remove(List<String> eventIds) {
        return Uni.createFrom().voidItem().invoke(() -> eventIds.forEach(outbox::remove));
    }

    /** A transaction: works on copies and puts them in place at the end. */
    private final class Work implements Transaction {

        private final Map<LoanId, Loan> loansThen = new HashMap<>(loans);
        private final Map<LoanId, Instant> deadlinesThen = new HashMap<>(deadlines);
        private final Map<DeviceId, Handset> handsetsThen = new HashMap<>(handsets);
        private final Map<LoanId, List<Payment>> parkedThen = new HashMap<>(parked);
        private final Map<Source, Long> consumedThen = new HashMap<>(consumed);
        private final Map<String, OutgoingEvent> outboxThen = new LinkedHashMap<>(outbox);

        void commit() {
            if (failures-- > 0) {
                throw new IllegalStateException("the database is away");
            }
            loans = loansThen;
            deadlines = deadlinesThen;
            handsets = handsetsThen;
            parked = parkedThen;
            consumed = consumedThen;
            outbox = outboxThen;
        }

        @Override
        public Uni<Map<Source, Long>> consumed(Set<Source> sources) {
            return Uni.createFrom().item(Map.copyOf(consumed));
        }

        @Override
        public Uni<Void> complete(List<Batch.Watermark> watermarks) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> advance(Map<Source, Long> next) {
            consumedThen.putAll(next);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Docket> open(Reach reach) {
            return Uni.createFrom().item(new Docket(loans, handsets, rules(), parked));
        }

        @Override
        public Uni<DueDocket> openDue(Instant now, int limit) {
            List<DueDocket.Turn> turns = due(now).stream()
                    .limit(limit)
                    .map(loanId -> new DueDocket.Turn(
                            new DeadlinePassed(loanId, loans.get(loanId).partnerId()), deadlines.get(loanId)))
                    .toList();
            return Uni.createFrom().item(new DueDocket(new Docket(loans, handsets, rules(), parked), turns));
        }

        private Map<PolicyKey, Rules> rules() {
            Map<PolicyKey, Rules> rules = new HashMap<>();
            policies.forEach((key, policy) -> rules.put(key, new Rules(policy, partners.get(key.partnerId()))));
            return rules;
        }

        @Override
        public Uni<Void> keep(Docket docket, Instant now) {
            for (Verdict verdict : docket.verdicts()) {
                LoanId loanId = verdict.loan().loanId();
                loansThen.put(loanId, verdict.loan());
                verdict.nextDeadline()
                        .ifPresentOrElse(at -> deadlinesThen.put(loanId, at), () -> deadlinesThen.remove(loanId));
                verdict.handset().ifPresent(handset -> handsetsThen.put(handset.deviceId(), handset));
                parkedThen.put(loanId, docket.parked(loanId));
            }
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> append(List<OutgoingEvent> events) {
            events.forEach(event -> outboxThen.put(event.meta().id(), event));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> keep(PartnerId partnerId, PartnerProfile profile) {
            partners.put(partnerId, profile);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> keep(PartnerId partnerId, Policy policy) {
            policies.putIfAbsent(new PolicyKey(partnerId, policy.name(), policy.version()), policy);
            return Uni.createFrom().voidItem();
        }
    }

    /** Tells where a loan stands. */
    Contract contract(LoanId loanId) {
        return (Contract) loans.get(loanId);
    }
}
