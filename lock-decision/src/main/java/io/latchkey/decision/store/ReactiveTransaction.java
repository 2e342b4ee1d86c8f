package io.latchkey.decision.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.latchkey.decision.app.Batch;
import io.latchkey.decision.app.Commitment;
import io.latchkey.decision.app.Docket;
import io.latchkey.decision.app.DueDocket;
import io.latchkey.decision.app.Fleet;
import io.latchkey.decision.app.Intake;
import io.latchkey.decision.app.Loans;
import io.latchkey.decision.app.Ownership;
import io.latchkey.decision.app.Partitioning;
import io.latchkey.decision.app.PolicyKey;
import io.latchkey.decision.app.Reach;
import io.latchkey.decision.app.Release;
import io.latchkey.decision.app.Source;
import io.latchkey.decision.app.WatchedBrake;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.fleet.CapHour;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.policy.Policy;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** One transaction: a few statements for all of a batch, whatever its size. */
class ReactiveTransaction implements Loans.Transaction {

    /** In one order, so that no two transactions wait for each other. */
    static final String CONSUMED = "select topic, part, next_offset from consumed where (topic, part) in"
            + " (select * from unnest(cast(:topics as text[]), cast(:parts as int[]))) order by topic, part for update";

    /** Which loans to look for is worked out first: an "or" with a subquery would have the whole table read. */
    static final String LOANS =
            "select " + LoanRow.COLUMNS + " from loan where loan_id = any(cast(:ids as text[]) || array("
                    + "select governed_by from device where device_id = any(cast(:devices as text[])) and governed_by is not null))"
                    + " order by loan_id for update";

    private final Mutiny.Session session;
    private final Writes writes;
    private final Reads reads;
    private final Feeds feeds;
    private final Turns turns;
    private final CapPlaces places;
    private final CapBatches batches;
    private final DueLoans dueLoans;
    private final Partitioning partitioning;
    private final Map<String, LoanRow> loans = new HashMap<>();
    private final Map<String, DeviceRow> devices = new HashMap<>();

    ReactiveTransaction(
            Mutiny.Session session,
            Ownership ownership,
            Partitioning partitioning,
            KnownRules known,
            KnownFeeds knownFeeds) {
        this.session = session;
        this.partitioning = partitioning;
        this.reads = new Reads(session, known);
        this.feeds = new Feeds(session, ownership, reads, knownFeeds);
        this.turns = new Turns(session);
        this.places = new CapPlaces(session, turns, ownership);
        this.batches = new CapBatches(session, places);
        this.writes = new Writes(session, ownership, partitioning, known, places);
        this.dueLoans = new DueLoans(session, ownership, partitioning);
    }

    @Override
    public Uni<Map<Source, Long>> consumed(Set<Source> sources) {
        List<Source> order = List.copyOf(sources);
        return session.createNativeQuery(CONSUMED, Object[].class)
                .setParameter("topics", order.stream().map(Source::topic).toArray(String[]::new))
                .setParameter("parts", order.stream().map(Source::partition).toArray(Integer[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(toMap(
                                row -> new Source((String) row[0], ((Number) row[1]).intValue()),
                                row -> ((Number) row[2]).longValue())));
    }

    @Override
    public Uni<Void> advance(Map<Source, Long> next) {
        return writes.advance(next);
    }

    @Override
    public Uni<Void> complete(List<Batch.Watermark> watermarks) {
        return writes.complete(watermarks);
    }

    @Override
    public Uni<Docket> open(Reach reach, Instant now) {
        if (reach.loans().isEmpty()) {
            Fleet none = fleet(now, Map.of(), Map.of(), Map.of(), Map.of());
            return Uni.createFrom().item(new Docket(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), none));
        }
        return locked(reach)
                .chain(rows -> {
                    String[] unknown = namesWithoutRow(reach, rows);
                    // Two transactions that name a loan for the first time would both insert it: they take turns.
                    return unknown.length == 0
                            ? Uni.createFrom().item(rows)
                            : turns.take(unknown).chain(() -> locked(reach));
                })
                .chain(rows -> docket(rows, reach, (policies, rules) -> feeds.atHand(partners(policies), now)
                        .chain(read ->
                                batches.members(rows).map(members -> fleet(now, read, rules, Map.of(), members)))));
    }

    private Fleet fleet(
            Instant now,
            Map<PartnerId, PartnerFeed> read,
            Map<PolicyKey, Rules> rules,
            Map<PartnerId, CapHour> hours,
            Map<LoanId, Fleet.Membership> members) {
        return new Fleet(
                now,
                contract -> read.getOrDefault(contract.partnerId(), PartnerFeed.UNKNOWN)
                        .in(partitioning.of(contract.loanId())),
                rules,
                hours,
                members);
    }

    private static String[] namesWithoutRow(Reach reach, List<LoanRow> rows) {
        Set<String> known = rows.stream().map(row -> row.loanId).collect(toSet());
        return reach.loans().stream()
                .map(LoanId::value)
                .filter(id -> !known.contains(id))
                .sorted()
                .toArray(String[]::new);
    }

    private Uni<List<LoanRow>> locked(Reach reach) {
        return session.createNativeQuery(LOANS, Object[].class)
                .setParameter("ids", reach.loans().stream().map(LoanId::value).toArray(String[]::new))
                .setParameter(
                        "devices", reach.devices().stream().map(DeviceId::value).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(LoanRow::of).toList());
    }

    @Override
    public Uni<DueDocket> openDue(List<LoanId> found, Instant now) {
        return dueLoans.lock(found, now).chain(rows -> {
            List<DueDocket.Turn> due =
                    rows.stream().map(row -> DueLoans.turnOf(row, now)).toList();
            return docket(rows, Reach.NONE, (policies, rules) -> fleetNow(rows, policies, rules, now))
                    .map(docket -> new DueDocket(docket, due));
        });
    }

    /** The hours are locked last, after all else; whether a batch was released is asked under that lock. */
    private Uni<Fleet> fleetNow(List<LoanRow> rows, Set<PolicyKey> policies, Map<PolicyKey, Rules> rules, Instant now) {
        return places.hours(CapWish.of(rows, policies, rules), now)
                .chain(hours -> batches.members(rows).chain(members -> feeds.of(partners(policies), now)
                        .map(read -> fleet(now, read, rules, hours, members))));
    }

    private static Set<PartnerId> partners(Set<PolicyKey> policies) {
        return policies.stream().map(PolicyKey::partnerId).collect(toSet());
    }

    private Uni<Docket> docket(
            List<LoanRow> rows, Reach reach, BiFunction<Set<PolicyKey>, Map<PolicyKey, Rules>, Uni<Fleet>> fleets) {
        rows.forEach(row -> loans.put(row.loanId, row));
        Map<LoanId, Loan> known = rows.stream().map(LoanMapper::toDomain).collect(toMap(Loan::loanId, loan -> loan));
        List<Contract> contracts = contracts(known.values());
        Set<DeviceId> wanted = new HashSet<>(reach.devices());
        contracts.forEach(contract -> wanted.add(contract.terms().deviceId()));
        Set<PolicyKey> policies = new HashSet<>(reach.policies());
        contracts.forEach(contract -> policies.add(PolicyKey.of(contract)));
        Set<LoanId> unknown = new HashSet<>(reach.loans());
        contracts.forEach(contract -> unknown.remove(contract.loanId()));
        return reads.handsets(wanted).chain(found -> {
            found.forEach(row -> devices.put(row.deviceId, row));
            return reads.rules(policies).chain(rules -> reads.parked(unknown)
                    .chain(parked -> reads.matchable(reach.parked()).chain(matchable -> fleets.apply(policies, rules)
                            .map(fleet ->
                                    new Docket(known, DeviceMapper.all(found), rules, parked, matchable, fleet)))));
        });
    }

    private static List<Contract> contracts(Collection<Loan> loans) {
        return loans.stream()
                .filter(Contract.class::isInstance)
                .map(Contract.class::cast)
                .toList();
    }

    @Override
    public Uni<Commitment> keep(Docket docket, List<OutgoingEvent> announcements, Intake intake, Instant now) {
        return writes.keep(docket, announcements, intake, now, loans, devices);
    }

    @Override
    public Uni<List<WatchedBrake>> brakes(Instant now) {
        return feeds.brakes(now);
    }

    @Override
    public Uni<Commitment> keepBrakes(List<WatchedBrake> changed, List<OutgoingEvent> announcements) {
        return feeds.keep(changed).chain(() -> writes.say(announcements));
    }

    @Override
    public Uni<List<Release>> approve(List<Batch.Approval> approvals, Instant now) {
        return batches.approve(approvals, now);
    }

    @Override
    public Uni<List<Release>> propose(List<Fleet.Proposal> proposals, Instant now) {
        return batches.propose(proposals, now);
    }

    @Override
    public Uni<Void> keep(PartnerId partnerId, PartnerProfile profile) {
        return writes.keep(partnerId, profile);
    }

    @Override
    public Uni<Void> keep(PartnerId partnerId, Policy policy) {
        return writes.keep(partnerId, policy);
    }
}
