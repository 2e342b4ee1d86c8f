package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Rules;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.domain.notice.NoticeLedger;
import io.latchkey.decision.domain.request.Requests;
import io.latchkey.events.DeviceId;
import io.latchkey.events.Installment;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanId;
import io.latchkey.events.Money;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.events.PaymentId;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.policy.Policy;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Records in memory, of one loan in Nairobi: three installments of 1.00 from 31 January 2027 on, thirty days apart. */
final class MemoryRecords implements DecisionRecords {

    static final LoanId LOAN = new LoanId("ln_" + "0".repeat(32));
    static final PartnerId PARTNER = new PartnerId("sandbox");
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    private static final String HEAD = """
            {"loanId":"%s","partnerId":"sandbox","number":%d,"decidedAt":"%s",""";

    private static final String BASIS = """
            "basis":{"deviceId":"d1_00000000000000000000000000000000","reason":"%s","policyClause":"standard@1/ladder/%d",
             "position":{"asOf":"2027-03-17","arrears":{"minorUnits":200,"currency":"KES"},"dpd":45,
                         "outstanding":{"minorUnits":300,"currency":"KES"},"oldestDueDate":"2027-01-31"},
             "inputs":{"policy":"standard@1","pack":"ZZ@1","before":["camera","gallery"],"cause":"clock",
                       "rungs":[{"clause":"standard@1/ladder/2","stage":"LOCKED","restrictions":["kiosk"],
                                 "demanded":false,"hindrances":[%s]}]}}}""";

    static final String HELD = HEAD.formatted(LOAN, 4, "2027-03-16T21:00:00Z")
            + "\"stage\":\"RESTRICTED\",\"wanted\":\"LOCKED\","
            + BASIS.formatted(
                    "cure-period-runs",
                    1,
                    "{\"reason\":\"cure-period-runs\",\"until\":\"2027-03-20T09:00:00Z\"},{\"reason\":\"feed-incomplete\"}");

    static final String ENTERED = HEAD.formatted(LOAN, 4, "2027-03-16T21:00:00Z")
            + "\"from\":\"RESTRICTED\",\"stage\":\"LOCKED\","
            + BASIS.formatted("dpd-reached", 2, "");

    static final String FREED = HEAD.formatted(LOAN, 5, "2027-03-18T09:00:00Z") + """
            "from":"RESTRICTED","stage":"CURRENT",
            "basis":{"deviceId":"d1_00000000000000000000000000000000","reason":"arrears-paid","revision":7,
             "position":{"asOf":"2027-03-18","arrears":{"minorUnits":0,"currency":"KES"},"dpd":0,
                         "outstanding":{"minorUnits":100,"currency":"KES"}},
             "inputs":{"policy":"standard@1","pack":"ZZ@1","before":["camera","gallery"],"cause":"event","rungs":[]}}}""";

    private final TreeMap<Long, LoanDecision> decided = new TreeMap<>();
    private Facts facts = Facts.NONE;
    private long decisions;

    static Money kes(long minorUnits) {
        return new Money(minorUnits, Currency.getInstance("KES"));
    }

    void decided(LoanDecision decision) {
        decided.put(decision.number(), decision);
        decisions = Math.max(decisions, decision.number());
    }

    void decisions(long made) {
        decisions = made;
    }

    void paid(String countsFrom, long minorUnits) {
        facts = facts.plus(List.of(new Payment(new PaymentId("P1"), kes(minorUnits), Instant.parse(countsFrom))));
    }

    @Override
    public Uni<Void> keep(List<DecisionRecord> records, Map<Source, Long> next) {
        throw new UnsupportedOperationException("records are given as decisions here");
    }

    @Override
    public Uni<Optional<LoanDecision>> at(LoanId loanId, Instant moment) {
        return Uni.createFrom().item(() -> decided.descendingMap().values().stream()
                .filter(decision -> !decision.decidedAt().isAfter(moment))
                .findFirst());
    }

    @Override
    public Uni<List<LoanDecision>> before(LoanId loanId, long before, int limit) {
        return Uni.createFrom().item(() -> decided.headMap(before, false).descendingMap().values().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public Uni<Optional<Loan>> loan(LoanId loanId) {
        Terms terms = new Terms(
                new DeviceId("d1_" + "0".repeat(32)),
                new Schedule(
                        Currency.getInstance("KES"),
                        List.of(due(1, "2027-01-31"), due(2, "2027-03-02"), due(3, "2027-04-01"))),
                NAIROBI,
                "standard",
                1,
                "en",
                Optional.empty());
        return Uni.createFrom()
                .item(Optional.of(new Contract(
                        LOAN,
                        PARTNER,
                        decisions,
                        Contract.Phase.GOVERNING,
                        terms,
                        facts,
                        Requests.NONE,
                        NoticeLedger.EMPTY,
                        Standing.CURRENT,
                        Optional.empty())));
    }

    private static Installment due(int number, String date) {
        return new Installment(number, LocalDate.parse(date), kes(100));
    }

    @Override
    public Uni<Map<PolicyKey, Rules>> rules(Set<PolicyKey> policies) {
        Policy standard = new Policy(
                "standard",
                1,
                "ZZ",
                List.of(
                        new Policy.Step(0, Stage.REMINDED, List.of()),
                        new Policy.Step(30, Stage.RESTRICTED, List.of(Restriction.CAMERA, Restriction.GALLERY)),
                        new Policy.Step(45, Stage.LOCKED, List.of(Restriction.KIOSK))));
        PartnerProfile lender =
                new PartnerProfile("Sandbox Finance", "KE", NAIROBI, "+254700000000", "https://example.org/pay");
        return Uni.createFrom().item(Map.of(new PolicyKey(PARTNER, "standard", 1), new Rules(standard, lender)));
    }
}
