package io.latchkey.decision.store;

import io.latchkey.decision.domain.Announced;
import io.latchkey.decision.domain.Announced.EnrolledHandset;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Loan;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Facts;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loans as rows and back; the only file that knows both. */
final class LoanMapper {

    private static final String ANNOUNCED = "ANNOUNCED";

    private LoanMapper() {}

    static Loan toDomain(LoanRow row) {
        LoanId loanId = new LoanId(row.loanId);
        PartnerId partnerId = new PartnerId(row.partnerId);
        if (row.phase.equals(ANNOUNCED)) {
            AnnouncedContent content = Json.read(AnnouncedContent.class, row.content);
            return new Announced(loanId, partnerId, row.decisions, content.facts(), content.enrollments());
        }
        ContractContent content = Json.read(ContractContent.class, row.content);
        return new Contract(
                loanId,
                partnerId,
                row.decisions,
                Contract.Phase.valueOf(row.phase),
                content.terms(),
                content.facts(),
                content.standing());
    }

    static void write(Loan loan, Optional<Instant> nextDeadline, Instant now, LoanRow row) {
        row.loanId = loan.loanId().value();
        row.partnerId = loan.partnerId().value();
        row.decisions = loan.decisions();
        row.nextDeadline = nextDeadline.orElse(null);
        row.failedTurns = 0;
        row.retryAt = null;
        switch (loan) {
            case Announced announced -> write(announced, row);
            case Contract contract -> write(contract, now, row);
        }
    }

    private static void write(Announced announced, LoanRow row) {
        row.phase = ANNOUNCED;
        row.stage = Stage.CURRENT.name();
        row.content = Json.write(new AnnouncedContent(announced.facts(), announced.enrollments()));
    }

    private static void write(Contract contract, Instant now, LoanRow row) {
        row.phase = contract.phase().name();
        row.deviceId = contract.terms().deviceId().value();
        row.policyName = contract.terms().policyName();
        row.policyVersion = contract.terms().policyVersion();
        row.stage = contract.standing().stage().name();
        row.content = Json.write(new ContractContent(contract.terms(), contract.facts(), contract.standing()));
        row.waitingSince = contract.phase() == Contract.Phase.WAITING ? since(row.waitingSince, now) : null;
    }

    private static Instant since(@Nullable Instant before, Instant now) {
        return before == null ? now : before;
    }

    record AnnouncedContent(Facts facts, List<EnrolledHandset> enrollments) {}

    record ContractContent(Terms terms, Facts facts, Standing standing) {}
}
