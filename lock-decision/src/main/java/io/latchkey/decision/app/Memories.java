package io.latchkey.decision.app;

import io.latchkey.decision.domain.Ascent;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.Memory;
import io.latchkey.decision.domain.handset.Standing;
import io.latchkey.decision.domain.notice.NoticeLedger.Shown;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LoanMemory;
import io.latchkey.events.LoanMemory.Phase;
import io.latchkey.events.Stage;
import java.util.Optional;

/** What loans remember, as words on record and back; the only file that knows both. */
final class Memories {

    private Memories() {}

    static LoanMemory worded(Memory memory) {
        return new LoanMemory(
                Phase.valueOf(memory.phase().name()),
                memory.standing().restrictions(),
                memory.ascent().map(first -> new LoanMemory.Ascent(first.dueDate(), first.enteredOn())),
                memory.shown().stream()
                        .map(one -> new LoanMemory.Shown(one.noticeId(), one.revision(), one.provedAt()))
                        .toList(),
                memory.signs(),
                memory.batchId());
    }

    /**
     * What a loan remembers after a decision.
     *
     * @param before what it remembered before
     * @param decision on record
     */
    static Memory after(Memory before, LoanDecision decision) {
        Stage stage = DecisionSummary.of(decision).to().orElse(before.standing().stage());
        Optional<LoanMemory> changed = DecisionSummary.basisOf(decision).flatMap(LoanDecision.Basis::memory);
        return changed.map(then -> new Memory(
                        Contract.Phase.valueOf(then.phase().name()),
                        new Standing(stage, then.restrictions()),
                        then.ascent().map(first -> new Ascent(first.dueDate(), first.enteredOn())),
                        then.shown().stream()
                                .map(one -> new Shown(one.noticeId(), one.revision(), one.provedAt()))
                                .toList(),
                        then.signs(),
                        then.batchId()))
                .orElse(before);
    }
}
