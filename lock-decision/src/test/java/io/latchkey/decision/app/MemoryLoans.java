package io.latchkey.decision.app;

import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
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
            MemoryWork one = new MemoryWork(data, ownership);
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
        return data.isOurs(loanId, ownership);
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
    public Uni<Waiting> oldest(int ofEach) {
        return Uni.createFrom().item(() -> {
            List<OutgoingEvent> ours = data.outbox.values().stream()
                    .filter(entry ->
                            ownership.partitions().contains(entry.word().partition()))
                    .map(entry -> entry.word().event())
                    .toList();
            return new Waiting(ours.stream().limit(ofEach).toList(), ours.size() <= ofEach);
        });
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
}
