package io.latchkey.decision.app;

import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.LoanEvent.DeadlinePassed;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.fleet.CapHour;
import io.latchkey.events.FleetDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.LockIntent;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A transaction on the {@link MemoryDatabase}: works on a copy and puts it in place at the end. */
final class MemoryWork implements Loans.Transaction {

    private final MemoryDatabase data;
    private final Ownership ownership;
    private final MemoryDatabase then;
    private boolean afterOthers;

    MemoryWork(MemoryDatabase data, Ownership ownership) {
        this.data = data;
        this.ownership = ownership;
        this.then = data.copy();
    }

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
    public Uni<Docket> open(Reach reach, Instant now) {
        return Uni.createFrom().item(docket(Map.of(), now));
    }

    private Docket docket(Map<PartnerId, CapHour> hours, Instant now) {
        Fleet fleet = new Fleet(
                now,
                contract -> data.fleet.health(MemoryDatabase.partitionOf(contract.loanId())),
                data.rules(),
                hours,
                data.fleet.members());
        return new Docket(data.loans, data.handsets, data.rules(), data.parked, Map.of(), fleet);
    }

    @Override
    public Uni<DueDocket> openDue(List<LoanId> due, Instant now) {
        data.failOn(due);
        List<DueDocket.Turn> turns = due.stream()
                .filter(loanId -> data.isOurs(loanId, ownership))
                .filter(loanId -> data.due(now, Instant.MAX).contains(loanId))
                .map(loanId -> new DueDocket.Turn(
                        new DeadlinePassed(loanId, data.loans.get(loanId).partnerId()),
                        data.deadlines.getOrDefault(loanId, now)))
                .toList();
        Map<PartnerId, CapHour> hours = new HashMap<>();
        data.partners.keySet().forEach(partner -> hours.put(partner, data.fleet.hour(partner, now, data.loans.size())));
        return Uni.createFrom().item(new DueDocket(docket(hours, now), turns));
    }

    @Override
    public Uni<Commitment> keep(Docket docket, List<OutgoingEvent> announcements, Intake intake, Instant now) {
        intake.next().forEach((source, offset) -> then.consumed.merge(source, offset, Math::max));
        docket.verdicts().forEach(verdict -> keep(docket, verdict));
        docket.fleet().changedHours().forEach(hour -> then.fleet.hours.put(hour.partnerId(), hour));
        then.fleet.receivedOfDay += intake.received().size();
        return say(announcements);
    }

    private Uni<Commitment> say(List<OutgoingEvent> announcements) {
        List<Word> words = announcements.stream()
                .map(event -> new Word(relayedWith(event), event))
                .toList();
        words.forEach(
                word -> then.outbox.put(word.event().meta().id(), new MemoryDatabase.Entry(word, ownership.name())));
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
        then.fleet.needs.put(loanId, verdict.need());
        docket.fleet()
                .batchOf(loanId)
                .ifPresentOrElse(
                        batch -> then.fleet.batches.put(loanId, batch), () -> then.fleet.batches.remove(loanId));
        verdict.handset().ifPresent(handset -> {
            then.handsets.put(handset.deviceId(), handset);
            then.voices.putIfAbsent(handset.deviceId(), MemoryDatabase.partitionOf(loanId));
            sign(handset.deviceId().value());
        });
        then.parked.put(loanId, docket.parked(loanId));
        then.fleet.parkedOfDay += verdict.parking().size() - verdict.claims().size();
    }

    private void sign(String row) {
        String before = then.writers.put(row, ownership.name());
        afterOthers |= before != null && !before.equals(ownership.name());
    }

    private int relayedWith(OutgoingEvent event) {
        return switch (event.event()) {
            case LockIntent intent -> then.voices.get(intent.deviceId());
            case FleetDecision.BrakeChanged brake -> brake.partition();
            case FleetDecision batch -> 0;
            default -> MemoryDatabase.partitionOf(new LoanId(event.event().key()));
        };
    }

    @Override
    public Uni<List<WatchedBrake>> brakes(Instant now) {
        List<WatchedBrake> brakes = new ArrayList<>();
        Set<PolicyKey> used = data.loans.values().stream()
                .filter(Contract.class::isInstance)
                .map(loan -> PolicyKey.of((Contract) loan))
                .collect(toSet());
        for (PolicyKey policy : used) {
            for (int partition : ownership.partitions()) {
                WatchedBrake known = data.fleet.brakes.get(new MemoryFleet.Brake(policy, partition));
                brakes.add(new WatchedBrake(
                        policy,
                        partition,
                        data.policies.get(policy).brake(),
                        data.fleet.health(partition),
                        known == null ? Optional.empty() : known.cause(),
                        known == null ? 0 : known.changes()));
            }
        }
        return Uni.createFrom().item(brakes);
    }

    @Override
    public Uni<Commitment> keepBrakes(List<WatchedBrake> changed, List<OutgoingEvent> announcements) {
        if (data.fleet.overtaken > 0) {
            data.fleet.overtaken--;
            WatchedBrake first = changed.getFirst();
            return Uni.createFrom().failure(new BrakeOvertakenException(first.policy(), first.partition()));
        }
        changed.forEach(
                brake -> then.fleet.brakes.put(new MemoryFleet.Brake(brake.policy(), brake.partition()), brake));
        return say(announcements);
    }

    @Override
    public Uni<List<Release>> approve(List<Batch.Approval> approvals, Instant now) {
        List<Release> releases = new ArrayList<>();
        for (Batch.Approval one : approvals) {
            then.fleet.approve(one.batchId(), one.by());
            releases.addAll(then.fleet.release(one.partnerId(), one.batchId()));
        }
        return Uni.createFrom().item(releases);
    }

    @Override
    public Uni<List<Release>> propose(List<Fleet.Proposal> proposals, Instant now) {
        List<Release> releases = new ArrayList<>();
        for (Fleet.Proposal one : proposals) {
            then.fleet.proposed.add(one.batchId());
            releases.addAll(then.fleet.release(one.partnerId(), one.batchId()));
        }
        return Uni.createFrom().item(releases);
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
