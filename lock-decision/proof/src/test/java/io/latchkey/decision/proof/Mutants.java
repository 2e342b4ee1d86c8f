package io.latchkey.decision.proof;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes that somebody could make in the domain, each of which some history must show. */
final class Mutants {

    private Mutants() {}

    static List<Mutant> all() {
        return Stream.of(ofMoney(), ofDefaults(), ofRequests(), ofNotices(), ofSteps())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> ofMoney() {
        return List.of(
                new Mutant(
                        "asks for a coin more than is due",
                        "arrears/Schedule.java",
                        "if (running > paid) {",
                        "if (running >= paid) {"),
                new Mutant(
                        "misses what is within the tolerance",
                        "arrears/Schedule.java",
                        "firstUnpaid(Math.addExact(paid, tolerance))",
                        "firstUnpaid(paid)"),
                new Mutant(
                        "keeps to the amendment that was stated first",
                        "arrears/Facts.java",
                        "amendments.reversed().stream()",
                        "amendments.stream()"),
                new Mutant(
                        "voids an amendment for money that came later",
                        "arrears/Facts.java",
                        "payment -> !payment.countsFrom().isAfter(amendment.statedAt())",
                        "payment -> true"),
                new Mutant(
                        "counts money that was taken back",
                        "arrears/Facts.java",
                        "payment -> !taken.contains(payment.paymentId())",
                        "payment -> true"),
                new Mutant(
                        "believes the later of two reports of a payment",
                        "arrears/Payment.java",
                        "PRECEDENCE.compare(this, other) <= 0",
                        "PRECEDENCE.compare(this, other) >= 0"));
    }

    private static List<Mutant> ofDefaults() {
        return List.of(
                new Mutant(
                        "counts a default a day too late",
                        "arrears/Defaults.java",
                        ">= counting.defaultFromDpd()",
                        "> counting.defaultFromDpd()"),
                new Mutant(
                        "counts a default that lasts again and again",
                        "arrears/Defaults.java",
                        "counted = oldest.isPresent() && (counted || reached);",
                        "counted = false;"),
                new Mutant(
                        "lets all be due one default too late", "Rules.java", "defaults >= limit", "defaults > limit"),
                new Mutant(
                        "releases a loan as soon as it is paid",
                        "Contract.java",
                        "last.plus(rules.policy().arrears().settlementHold())",
                        "last"));
    }

    private static List<Mutant> ofRequests() {
        return List.of(
                new Mutant(
                        "lets a grant last as long as support likes",
                        "request/Requests.java",
                        "return grant.until().isBefore(longest) ? grant.until() : longest;",
                        "return grant.until();"),
                new Mutant(
                        "knows no end of a hold but its own",
                        "request/Requests.java",
                        ".filter(hold -> !endedHolds.contains(hold.id()))",
                        ""),
                new Mutant(
                        "gives grace for any number of announcements",
                        "request/Requests.java",
                        ".limit(limits.graceLimit())",
                        ""),
                new Mutant(
                        "gives grace for money that came",
                        "request/Requests.java",
                        ".filter(one -> !arrived.contains(one.paymentId()))",
                        ""),
                new Mutant(
                        "keeps to an unlock that was withdrawn",
                        "request/Requests.java",
                        "id -> !withdrawn.contains(id)",
                        "id -> true"));
    }

    private static List<Mutant> ofNotices() {
        return List.of(
                new Mutant(
                        "asks only for the notices of the step itself",
                        "NoticePlan.java",
                        "stop.step().dpd() <= step.dpd()",
                        "stop.step().dpd() == step.dpd()"),
                new Mutant(
                        "leaves so many times 24 hours to pay, and not days",
                        "NoticePlan.java",
                        ".plusDays(stop.needed().cureDays())\n                .toInstant()",
                        ".plusHours(24L * stop.needed().cureDays()).toInstant()"),
                new Mutant("tries again too soon", "notice/NoticeLedger.java", "DOUBLINGS = 3", "DOUBLINGS = 1"),
                new Mutant(
                        "believes that a notice arrived which came back",
                        "notice/OrderedNotice.java",
                        "sentAt.filter(sent -> !failed)",
                        "sentAt"));
    }

    private static List<Mutant> ofSteps() {
        return List.of(
                new Mutant(
                        "takes with any event",
                        "Weighing.java",
                        "case EVENT -> wantsMore() ? before : ceiling();",
                        "case EVENT -> ceiling();"),
                new Mutant(
                        "climbs step by step", "Weighing.java", "further().reversed().stream()", "further().stream()"),
                new Mutant(
                        "reaches a step a day too late",
                        "Ladder.java",
                        "day <= position.dpd()",
                        "day < position.dpd()"),
                new Mutant(
                        "sleeps through the day of a step",
                        "Prospect.java",
                        "Ladder.nextChange(position, rules).stream(),",
                        ""),
                new Mutant(
                        "takes while two claim to be the phone",
                        "Escalation.java",
                        "if (handset.bindings().areContested()) {",
                        "if (now.equals(Instant.MIN)) {"),
                new Mutant(
                        "wants more of the feed than it needs",
                        "Escalation.java",
                        "!through.isBefore(moment)",
                        "through.isAfter(moment)"),
                new Mutant(
                        "locks on the day of the lighter step",
                        "Escalation.java",
                        "first.enteredOn().isBefore(position.asOf())",
                        "!first.enteredOn().isAfter(position.asOf())"),
                new Mutant(
                        "calls a borrower delinquent who owes nothing",
                        "Escalation.java",
                        "lock.reason() != PartnerRequest.Reason.DELINQUENT && ",
                        ""));
    }
}
