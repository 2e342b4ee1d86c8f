package io.latchkey.decision.store;

import io.latchkey.decision.domain.Announced;
import io.latchkey.decision.domain.Announced.EnrolledHandset;
import io.latchkey.decision.domain.Ascent;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.Verdict;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.domain.notice.NoticeLedger;
import io.latchkey.decision.domain.request.Requests;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Loans as rows and back; the only file that knows both. */
final class LoanMapper {

    private static final String ANNOUNCED = "ANNOUNCED";

    private LoanMapper() {}

    static Loan toDomain(LoanRow row) {
        LoanId loanId = new LoanId(row.loanId);
        PartnerId partnerId = new PartnerId(row.partnerId);
        if (row.phase.equals(ANNOUNCED)) {
            AnnouncedContent content = Json.read(AnnouncedContent.class, row.content);
            return new Announced(
                    loanId,
                    partnerId,
                    row.decisions,
                    content.facts(),
                    content.requests().orElse(Requests.NONE),
                    content.enrollments());
        }
        ContractContent content = Json.read(ContractContent.class, row.content);
        row.signed = Json.read(Terms.class, row.terms);
        return new Contract(
                loanId,
                partnerId,
                row.decisions,
                Contract.Phase.valueOf(row.phase),
                row.signed,
                content.facts(),
                content.requests().orElse(Requests.NONE),
                content.notices().orElse(NoticeLedger.EMPTY),
                content.standing(),
                content.ascent());
    }

    /**
     * Words the loan of a verdict as a row.
     *
     * @param before the row as it was read, or nothing if the loan is new
     */
    static LoanRow toRow(Verdict verdict, Instant now, Optional<LoanRow> before) {
        Loan loan = verdict.loan();
        LoanRow row = new LoanRow();
        row.loanId = loan.loanId().value();
        row.partnerId = loan.partnerId().value();
        row.decisions = loan.decisions();
        row.nextDeadline = verdict.nextDeadline().orElse(null);
        row.needsFeedThrough = verdict.need().feedThrough().orElse(null);
        row.needsBrakeOff = verdict.need().brakeOff();
        row.needsPlace = verdict.need().place();
        row.awaitsReceipt =
                loan instanceof Contract contract && contract.notices().awaitsReceipt();
        switch (loan) {
            case Announced announced -> write(announced, row);
            case Contract contract -> write(contract, now, before, row);
        }
        return row;
    }

    private static void write(Announced announced, LoanRow row) {
        row.phase = ANNOUNCED;
        row.stage = Stage.CURRENT.name();
        row.content = Json.write(new AnnouncedContent(
                announced.facts(),
                Optional.of(announced.requests()).filter(asked -> !asked.equals(Requests.NONE)),
                announced.enrollments()));
    }

    private static void write(Contract contract, Instant now, Optional<LoanRow> before, LoanRow row) {
        row.phase = contract.phase().name();
        row.deviceId = contract.terms().deviceId().value();
        row.policyName = contract.terms().policyName();
        row.policyVersion = contract.terms().policyVersion();
        row.stage = contract.standing().stage().name();
        boolean asSigned = before.map(known -> known.signed)
                .filter(contract.terms()::equals)
                .isPresent();
        row.terms = asSigned ? null : Json.write(contract.terms());
        row.content = Json.write(new ContractContent(
                contract.facts(),
                contract.standing(),
                Optional.of(contract.requests()).filter(asked -> !asked.equals(Requests.NONE)),
                Optional.of(contract.notices())
                        .filter(ledger -> !ledger.ordered().isEmpty()),
                contract.ascent()));
        row.waitingSince = contract.phase() == Contract.Phase.WAITING
                ? before.map(known -> known.waitingSince).orElse(now)
                : null;
    }

    record AnnouncedContent(Facts facts, Optional<Requests> requests, List<EnrolledHandset> enrollments) {}

    record ContractContent(
            Facts facts,
            Standing standing,
            Optional<Requests> requests,
            Optional<NoticeLedger> notices,
            Optional<Ascent> ascent) {}
}
