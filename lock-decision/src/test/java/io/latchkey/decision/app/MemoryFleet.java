package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Need;
import io.latchkey.decision.domain.fleet.CapHour;
import io.latchkey.decision.domain.fleet.FeedHealth;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the {@link MemoryDatabase} keeps of one partner's whole fleet. */
final class MemoryFleet {

    static final Instant FOR_EVER = Instant.parse("2100-01-01T00:00:00Z");

    Map<Integer, Instant> through = Map.of(0, FOR_EVER, 1, FOR_EVER);
    Optional<Instant> oldestParked = Optional.empty();
    long parkedOfDay;
    long receivedOfDay;
    /** How often somebody else is quicker. */
    int overtaken;

    Map<Brake, WatchedBrake> brakes = new HashMap<>();
    Map<PartnerId, CapHour> hours = new HashMap<>();
    Map<LoanId, Need> needs = new HashMap<>();
    Map<LoanId, String> batches = new HashMap<>();
    Set<String> proposed = new HashSet<>();
    Set<String> released = new HashSet<>();
    Map<String, List<String>> approvals = new TreeMap<>();

    /** A brake's name. */
    record Brake(PolicyKey policy, int partition) {}

    FeedHealth health(int partition) {
        return new FeedHealth(Optional.ofNullable(through.get(partition)), oldestParked, parkedOfDay, receivedOfDay);
    }

    /** Whether a loan has all that it needs, as the tables tell. */
    boolean has(Contract contract, Need need) {
        int partition = MemoryDatabase.partitionOf(contract.loanId());
        WatchedBrake brake = brakes.get(new Brake(PolicyKey.of(contract), partition));
        boolean fed = need.feedThrough()
                .filter(moment -> moment.isAfter(through.getOrDefault(partition, Instant.MIN)))
                .isEmpty();
        boolean free = !need.brakeOff() || brake == null || !brake.isOn();
        boolean waits = need.feedThrough().isPresent() || need.brakeOff();
        return (waits && fed && free) || (need.place() && released.contains(batches.get(contract.loanId())));
    }

    Map<LoanId, Fleet.Membership> members() {
        Map<LoanId, Fleet.Membership> members = new HashMap<>();
        batches.forEach((loanId, batch) -> members.put(loanId, new Fleet.Membership(batch, released.contains(batch))));
        return members;
    }

    CapHour hour(PartnerId partnerId, Instant now, long fleet) {
        return Optional.ofNullable(hours.get(partnerId))
                .filter(hour -> !hour.isOver(now))
                .orElseGet(() -> CapHour.begun(partnerId, now, fleet));
    }

    List<Release> release(PartnerId partnerId, String batchId) {
        List<String> by = approvals.getOrDefault(batchId, List.of());
        if (!proposed.contains(batchId) || by.size() < Release.APPROVALS || !released.add(batchId)) {
            return List.of();
        }
        hours.computeIfPresent(partnerId, (partner, hour) -> hour.withReleased(batchId));
        return List.of(new Release(partnerId, batchId, by));
    }

    void approve(String batchId, String by) {
        List<String> all = approvals.computeIfAbsent(batchId, batch -> new ArrayList<>());
        if (!all.contains(by)) {
            all.add(by);
        }
    }

    MemoryFleet copy() {
        MemoryFleet copy = new MemoryFleet();
        copy.through = Map.copyOf(through);
        copy.oldestParked = oldestParked;
        copy.parkedOfDay = parkedOfDay;
        copy.receivedOfDay = receivedOfDay;
        copy.brakes = new HashMap<>(brakes);
        copy.hours = new HashMap<>(hours);
        copy.needs = new HashMap<>(needs);
        copy.batches = new HashMap<>(batches);
        copy.proposed = new HashSet<>(proposed);
        copy.released = new HashSet<>(released);
        approvals.forEach((batch, by) -> copy.approvals.put(batch, new ArrayList<>(by)));
        return copy;
    }
}
