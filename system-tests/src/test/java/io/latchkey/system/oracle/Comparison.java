package io.latchkey.system.oracle;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.model.Clerk;
import io.latchkey.decision.model.Stand;
import io.latchkey.events.BorrowerNotice.NoticeOrdered;
import io.latchkey.events.DeviceId;
import io.latchkey.events.DeviceToken;
import io.latchkey.events.LoanDecision;
import io.latchkey.events.LockIntent;
import io.latchkey.events.NoticeReceipt.NoticeSent;
import io.latchkey.events.Position;
import io.latchkey.events.Restriction;
import io.latchkey.events.Stage;
import io.latchkey.events.Topic;
import io.latchkey.system.client.HandsetView;
import io.latchkey.system.client.HandsetsClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Compares one loan. */
final class Comparison {

    private final Tapes tapes;
    private final HandsetsClient handsets;
    private final Subject subject;
    private final Instant now;
    private final Clerk clerk;
    private final List<String> found = new ArrayList<>();

    Comparison(Tapes tapes, HandsetsClient handsets, Subject subject, Instant now) {
        this.tapes = tapes;
        this.handsets = handsets;
        this.subject = subject;
        this.now = now;
        Map<String, Instant> sent =
                tapes.said(Topic.NOTICE_RECEIPTS, subject.loanId().value(), NoticeSent.class).stream()
                        .collect(toMap(NoticeSent::noticeId, NoticeSent::sentAt, (one, other) -> one));
        this.clerk = subject.file().at(now, sent);
    }

    List<String> differences() {
        if (clerk.nextLook(now).isEmpty()) {
            return List.of();
        }
        decisions();
        notices();
        subject.deviceId().ifPresent(this::handset);
        return found;
    }

    private void decisions() {
        List<LoanDecision> all =
                tapes.said(Topic.LOAN_DECISIONS, subject.loanId().value(), LoanDecision.class);
        differs(
                "the decisions' numbers",
                upTo(all.size()),
                all.stream().map(LoanDecision::number).sorted().toList());
        Optional<Stage> last = all.stream()
                .sorted(Comparator.comparing(LoanDecision::number).reversed())
                .flatMap(one -> stageAfter(one).stream())
                .findFirst();
        differs("the stage decided last", Optional.of(clerk.stand().stage()), last);
    }

    private static Optional<Stage> stageAfter(LoanDecision decision) {
        return switch (decision) {
            case LoanDecision.StageEntered one -> Optional.of(one.stage());
            case LoanDecision.StageLeft one -> Optional.of(one.stage());
            case LoanDecision.StageKept one -> Optional.of(one.stage());
            case LoanDecision.EscalationHeld one -> Optional.of(one.stage());
            case LoanDecision.Released one -> Optional.of(Stage.RELEASED);
            case LoanDecision other -> Optional.empty();
        };
    }

    private record Told(String id, String kind, String about, int step) {}

    private void notices() {
        List<Told> wanted = clerk.letters().stream()
                .map(one -> new Told(
                        one.id(),
                        one.matter().kind().name(),
                        one.matter().about(),
                        one.matter().index()))
                .toList();
        List<Told> ordered = tapes.said(Topic.BORROWER_NOTICES, subject.loanId().value(), NoticeOrdered.class).stream()
                .map(one -> new Told(one.noticeId(), one.kind().name(), one.about(), one.step()))
                .toList();
        differs("the notices that were ordered", wanted, ordered);
        differs(
                "the notices that were sent",
                wanted.stream().map(Told::id).sorted().toList(),
                tapes.said(Topic.NOTICE_RECEIPTS, subject.loanId().value(), NoticeSent.class).stream()
                        .map(NoticeSent::noticeId)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void handset(DeviceId device) {
        List<LockIntent> intents = tapes.said(Topic.LOCK_INTENTS, device.value(), LockIntent.class);
        differs(
                "the revisions",
                upTo(intents.size()),
                intents.stream().map(LockIntent::revision).sorted().toList());
        Optional<LockIntent> newest = intents.stream().max(Comparator.comparing(LockIntent::revision));
        if (newest.isEmpty()) {
            found.add("no intent tells the handset anything");
            return;
        }
        intent(newest.get());
        long signed = tapes.said(Topic.DEVICE_TOKENS, device.value(), DeviceToken.class).stream()
                .mapToLong(DeviceToken::revision)
                .max()
                .orElse(0);
        differs("the newest revision that is signed", newest.get().revision(), signed);
        holds(newest.get(), handsets.look(subject.imei()));
    }

    private void intent(LockIntent intent) {
        differs("what the newest intent says", clerk.stand(), stand(intent.stage(), intent.restrictions()));
        differs("whom it is for", List.of(subject.enrollment()), intent.enrollments());
        if (clerk.stand().stage() != Stage.RELEASED) {
            Position position = clerk.positionAt(now);
            differs(
                    "what the screen says is due",
                    position.arrears(),
                    intent.notice().amountDue());
            differs("since when", position.oldestDueDate(), intent.notice().oldestDueDate());
        }
    }

    private void holds(LockIntent newest, HandsetView view) {
        differs("the handset's enrollment", subject.enrollment(), view.enrollment());
        differs("whether it is on", subject.isOn(), view.online());
        if (subject.isOn()) {
            differs("the revision that the handset obeys", newest.revision(), view.revision());
            differs("its stage", newest.stage().name(), view.stage());
            differs(
                    "what is taken from it",
                    newest.restrictions().stream()
                            .map(Restriction::wireName)
                            .sorted()
                            .toList(),
                    view.restrictions().stream().sorted().toList());
        }
    }

    private void differs(String what, Object wanted, Object stands) {
        if (!wanted.equals(stands)) {
            found.add(what + ": must be " + wanted + ", but is " + stands);
        }
    }

    private static Stand stand(Stage stage, Collection<Restriction> restrictions) {
        return new Stand(stage, Set.copyOf(restrictions));
    }

    private static List<Long> upTo(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
