package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.FeedState;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.fleet.BrakePolicy;
import io.latchkey.decision.domain.fleet.CapHour;
import io.latchkey.decision.domain.fleet.FeedHealth;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Cap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of partners' whole fleets while loans of them are decided: how sound their payments are, and which places
 * are left in the hour. Whoever does not judge by the clock knows no hours, and leaves the question to the loan's turn.
 */
public final class Fleet {

    private final Instant now;
    private final Function<Contract, FeedHealth> feeds;
    private final Map<PolicyKey, Rules> rules;
    private final Map<PartnerId, CapHour> hoursBefore;
    private final Map<PartnerId, CapHour> hours;
    private final Map<LoanId, Membership> members;
    private final List<Proposal> proposals = new ArrayList<>();

    /**
     * A loan that found no place in its hour.
     *
     * @param batchId the batch that it belongs to
     * @param released whether two supervisors released that: then it needs no place, and uses none
     */
    public record Membership(String batchId, boolean released) {}

    /**
     * A batch that was opened.
     *
     * @param partnerId the partner
     * @param batchId names it
     * @param placesAnHour how many places the policy of the first loan in it has an hour
     */
    public record Proposal(PartnerId partnerId, String batchId, long placesAnHour) {}

    /**
     * Begins with what was read.
     *
     * @param now business time
     * @param feeds how sound the payments are among which a contract's own are
     * @param rules rules of the contracts
     * @param hours the hours of the partners, locked; none if nothing is judged by the clock
     * @param members loans that belong to batches
     */
    public Fleet(
            Instant now,
            Function<Contract, FeedHealth> feeds,
            Map<PolicyKey, Rules> rules,
            Map<PartnerId, CapHour> hours,
            Map<LoanId, Membership> members) {
        this.now = now;
        this.feeds = feeds;
        this.rules = Map.copyOf(rules);
        this.hoursBefore = Map.copyOf(hours);
        this.hours = new HashMap<>(hours);
        this.members = new HashMap<>(members);
    }

    FeedState feed(Contract contract) {
        FeedHealth health = feeds.apply(contract);
        return new FeedState(
                health.completeThrough(),
                rulesOf(contract)
                        .flatMap(known -> BrakePolicy.cause(known.policy().brake(), health, now)));
    }

    boolean hasPlace(Contract contract) {
        Membership member = members.get(contract.loanId());
        if (member != null) {
            return member.released();
        }
        CapHour hour = hours.get(contract.partnerId());
        return hour == null || hour.hasPlace(capOf(contract));
    }

    /** What takes uses its place; what finds none joins the hour's batch, and stays in it until it is entered or cured. */
    void note(Verdict verdict) {
        if (!(verdict.loan() instanceof Contract contract)) {
            return;
        }
        boolean member = members.containsKey(contract.loanId());
        if (verdict.takesPlace()) {
            if (!member) {
                hours.computeIfPresent(contract.partnerId(), (partner, hour) -> hour.withOneMoreTaken());
            }
            members.remove(contract.loanId());
        } else if (verdict.need().place() && !member) {
            join(contract);
        } else if (member && !isBehind(contract)) {
            members.remove(contract.loanId());
        }
    }

    /** Notes again what batch a loan belongs to. */
    void note(LoanId loanId, Optional<String> batchId) {
        batchId.ifPresentOrElse(
                batch -> members.put(loanId, new Membership(batch, false)), () -> members.remove(loanId));
    }

    private void join(Contract contract) {
        CapHour before = Objects.requireNonNull(hours.get(contract.partnerId()), "only a known hour has no place");
        CapHour then = before.withOpenBatch();
        String batchId = then.openBatch().orElseThrow();
        if (then.batches() > before.batches()) {
            proposals.add(
                    new Proposal(contract.partnerId(), batchId, capOf(contract).placesAnHour(then.fleet())));
        }
        hours.put(contract.partnerId(), then);
        members.put(contract.loanId(), new Membership(batchId, false));
    }

    private boolean isBehind(Contract contract) {
        return contract.positionAt(now, rulesOf(contract)).oldestDueDate().isPresent();
    }

    /** A batch that was approved before anything waited in it is not joined by what comes later. */
    void release(Release release) {
        hours.computeIfPresent(release.partnerId(), (partner, hour) -> hour.withReleased(release.batchId()));
    }

    private Optional<Rules> rulesOf(Contract contract) {
        return Optional.ofNullable(rules.get(PolicyKey.of(contract)));
    }

    private Cap capOf(Contract contract) {
        return capOf(rulesOf(contract));
    }

    /**
     * The cap that loans are held to.
     *
     * @param rules those of their policy, if they are known
     * @return the policy's cap, or the one that holds if a policy says nothing
     */
    public static Cap capOf(Optional<Rules> rules) {
        return rules.map(known -> known.policy().cap()).orElse(Cap.DEFAULT);
    }

    /**
     * The batches that were opened.
     *
     * @return each once
     */
    public List<Proposal> proposals() {
        return List.copyOf(proposals);
    }

    /**
     * The hours that are not as they were read.
     *
     * @return each partner's
     */
    public List<CapHour> changedHours() {
        return hours.values().stream()
                .filter(hour -> !hour.equals(hoursBefore.get(hour.partnerId())))
                .toList();
    }

    /**
     * The batch that a loan belongs to now.
     *
     * @param loanId the loan
     * @return the batch's id, or nothing
     */
    public Optional<String> batchOf(LoanId loanId) {
        return Optional.ofNullable(members.get(loanId)).map(Membership::batchId);
    }
}
