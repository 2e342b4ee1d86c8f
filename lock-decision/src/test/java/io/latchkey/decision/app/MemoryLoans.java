package io.latchkey.decision.app;

import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One instance's door to the {@link MemoryDatabase}, with transactions that are all or nothing. */
final class MemoryLoans implements Loans, Outbox {

    private final MemoryDatabase data;
    private final Ownership ownership;

    MemoryLoans(MemoryDatabase data, Ownership ownership) {
        this.data = data;
        this.ownership = ownership;
    }

    @Override
    public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Work one = new Work();
            return work.apply(one).invoke(one::commit);
        });
    }

    @Override
    public Uni<List<LoanId>> due(Instant now, Instant systemNow, int limit) {
        return Uni.createFrom().item(() -> data.due(now, systemNow).stream()
                .filter(this::isOurs)
                .limit(limit)
                .toList());
    }

    private boolean isOurs(LoanId loanId) {
        return ownership.partitions().contains(MemoryDatabase.partitionOf(loanId));
    }

    @Override
    public Uni<Long> countDue(Instant now, Instant systemNow) {
        return Uni.createFrom().item(() -> (long) data.due(now, systemNow).size());
    }

    @Override
    public Uni<Long> countUntold() {
        return Uni.createFrom().item(0L);
    }

    @Override
    public Uni<Optional<Instant>> nextDeadline(Instant now) {
        return Uni.createFrom()
                .item(() ->
                        data.deadlines.values().stream().filter(now::isBefore).min(Instant::compareTo));
    }

    @Override
    public Uni<Integer> putOff(LoanId loanId, IntFunction<Instant> retryAt) {
        return Uni.createFrom().item(() -> {
            int failures = data.failures.merge(loanId, 1, Integer::sum);
            data.retries.put(loanId, retryAt.apply(failures));
            return failures;
        });
    }

    @Override
    public Uni<Void> advance(Map<Source, Long> next) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> next.forEach((source, offset) -> data.consumed.merge(source, offset, Math::max)));
    }

    @Override
    public Uni<List<Handset>> handsets(Set<DeviceId> deviceIds) {
        return Uni.createFrom().item(() -> data.handsets.values().stream()
                .filter(handset -> deviceIds.contains(handset.deviceId()))
                .toList());
    }

    @Override
    public Uni<Map<LoanId, PartnerId>> partners(Set<LoanId> loanIds) {
        return Uni.createFrom().item(() -> {
            Map<LoanId, PartnerId> partners = new HashMap<>();
            loanIds.forEach(
                    loanId -> partners.put(loanId, data.loans.get(loanId).partnerId()));
            return partners;
        });
    }

    @Override
    public Uni<List<OutgoingEvent>> oldest(int limit) {
        return Uni.createFrom().item(() -> data.outbox.values().stream()
                .filter(entry -> ownership.partitions().contains(entry.word().partition()))
                .limit(limit)
                .map(entry -> entry.word().event())
                .toList());
    }

    @Override
    public Uni<Boolean> holdsWordsOfOthers() {
        return Uni.createFrom().item(() -> data.outbox.values().stream()
                .anyMatch(entry -> ownership.partitions().contains(entry.word().partition())
                        && !entry.writer().equals(ownership.name())));
    }

    @Override
    public Uni<Boolean> isEmpty() {
        return Uni.createFrom().item(data.outbox::isEmpty);
    }

    @Override
    public Uni<Void> remove(List<String> eventIds) {
        return Uni.createFrom().voidItem().invoke(() -> eventIds.forEach(data.outbox::remove));
    }

    /** A transaction: works on a copy and puts it in place at the end. */
    private final class Work implements Transaction {

        private final MemoryDatabase then = data.copy();
        private boolean afterOthers;

        void commit() {
            data.replaceBy(then);
        }

        @Override
        public Uni<Map<Source, Long>> consumed(Set<Source> sources) {
            return Uni.createFrom().item(Map.copyOf(data.consumed));
        }

        @Override
        public Uni<Void> complete(List<Batch.Watermark> watermarks) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> advance(Map<Source, Long> next) {
            next.forEach((source, offset) -> then.consumed.merge(source, offset, Math::max));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Docket> open(Reach reach) {
            return Uni.createFrom().item(docket());
        }

        private Docket docket() {
            return new Docket(data.loans, data.handsets, data.rules(), data.parked, Map.of(), new WholeFleet());
        }

        @Override
        public Uni<DueDocket> openDue(List<LoanId> due, Instant now) {
            data.failOn(due);
            List<DueDocket.Turn> turns = due.stream()
                    .filter(MemoryLoans.this::isOurs)
                    .filter(loanId -> data.due(now, Instant.MAX).contains(loanId))
                    .map(loanId -> new DueDocket.Turn(
                            new DeadlinePassed(loanId, data.loans.get(loanId).partnerId()), data.deadlines.get(loanId)))
                    .toList();
            return Uni.createFrom().item(new DueDocket(docket(), turns));
        }

        @Override
        public Uni<Commitment> keep(
                Docket docket, List<OutgoingEvent> announcements, Map<Source, Long> next, Instant now) {
            next.forEach((source, offset) -> then.consumed.merge(source, offset, Math::max));
            docket.verdicts().forEach(verdict -> keep(docket, verdict));
            List<Word> words = announcements.stream()
                    .map(event -> new Word(relayedWith(event), event))
                    .toList();
            words.forEach(word ->
                    then.outbox.put(word.event().meta().id(), new MemoryDatabase.Entry(word, ownership.name())));
            return Uni.createFrom().item(() -> new Commitment(words, afterOthers));
        }

        private void keep(Docket docket, Verdict verdict) {
            LoanId loanId = verdict.loan().loanId();
            then.loans.put(loanId, verdict.loan());
            then.retries.remove(loanId);
            then.failures.remove(loanId);
            sign(loanId.value());
            verdict.nextDeadline()
                    .ifPresentOrElse(at -> then.deadlines.put(loanId, at), () -> then.deadlines.remove(loanId));
            verdict.handset().ifPresent(handset -> {
                then.handsets.put(handset.deviceId(), handset);
                then.voices.putIfAbsent(handset.deviceId(), MemoryDatabase.partitionOf(loanId));
                sign(handset.deviceId().value());
            });
            then.parked.put(loanId, docket.parked(loanId));
        }

        private void sign(String row) {
            String before = then.writers.put(row, ownership.name());
            afterOthers |= before != null && !before.equals(ownership.name());
        }

        private int relayedWith(OutgoingEvent event) {
            return event.event() instanceof LockIntent intent
                    ? then.voices.get(intent.deviceId())
                    : MemoryDatabase.partitionOf(new LoanId(event.event().key()));
        }

        @Override
        public Uni<Void> keep(PartnerId partnerId, PartnerProfile profile) {
            then.partners.put(partnerId, profile);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> keep(PartnerId partnerId, Policy policy) {
            then.policies.putIfAbsent(new PolicyKey(partnerId, policy.name(), policy.version()), policy);
            return Uni.createFrom().voidItem();
        }
    }
}
