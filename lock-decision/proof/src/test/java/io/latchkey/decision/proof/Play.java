package io.latchkey.decision.proof;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.decision.model.Clerk;
import io.latchkey.decision.model.Letter;
import io.latchkey.decision.model.Outside;
import io.latchkey.events.policy.Packs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays one history to the engine and to the clerk at once. */
final class Play {

    private static final int MOST_TURNS = 20;

    private final History history;
    private final Engine engine;
    private final Clerk clerk;
    private final Comparison comparison;
    private final Optional<Duration> grid;
    private final List<Line> lines;
    private final List<Receipt> receipts = new ArrayList<>();
    private Outside outside = new Outside(Optional.of(Instant.MAX), false, true);
    private boolean clockGoes = true;
    private int answered;

    /** A receipt that is on its way. */
    private record Receipt(Instant at, Line.Outcome outcome, String noticeId, Instant happened) {}

    private Play(History history, Packs packs, Optional<Duration> grid) {
        this.history = history;
        this.engine = new Engine(history.policy(), packs, history.zone());
        this.clerk = new Clerk(history.policy(), packs);
        this.comparison = new Comparison(history.zone(), engine, clerk);
        this.grid = grid;
        this.lines = new ArrayList<>(history.lines().stream()
                .filter(line -> !(line instanceof Line.Answer))
                .toList());
    }

    /** Where engine and clerk part first; nothing if they agree to the end. */
    static Optional<String> firstDifference(History history, Packs packs) {
        return new Play(history, packs, Optional.empty()).difference();
    }

    /** The same with a clerk who looks up every so often, and not only when he thinks that he has to. */
    static Optional<String> firstDifference(History history, Packs packs, Duration every) {
        return new Play(history, packs, Optional.of(every)).difference();
    }

    private Optional<String> difference() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Instant now = lines.getFirst().when().orElseThrow();
        while (!now.isAfter(history.end())) {
            Optional<String> difference = differenceAt(now);
            if (difference.isPresent()) {
                return difference;
            }
            now = next(now);
        }
        return Optional.empty();
    }

    private Optional<String> differenceAt(Instant now) {
        try {
            boolean told = pass(now);
            return engine.contract().isPresent() ? comparison.at(now, told, clockGoes) : Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(comparison.local(now) + ": the engine broke: " + broken + " at "
                    + List.of(broken.getStackTrace()).subList(0, Math.min(4, broken.getStackTrace().length)));
        }
    }

    private Instant next(Instant now) {
        Instant next = history.end().plusSeconds(1);
        if (!lines.isEmpty()) {
            next = earlier(next, lines.getFirst().when());
        }
        for (Receipt one : receipts) {
            next = earlier(next, Optional.of(one.at()));
        }
        if (clockGoes) {
            next = earlier(next, engine.deadline().filter(now::isBefore));
            next = earlier(next, grid.map(now::plus).or(() -> clerk.nextLook(now)));
        }
        return next;
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.filter(one::isAfter).orElse(one);
    }

    /** Everything of a moment happens, and after each of it whatever is due has its turn; tells whether anything was said. */
    private boolean pass(Instant now) {
        boolean told = false;
        while (!lines.isEmpty() && !lines.getFirst().when().orElseThrow().isAfter(now)) {
            happens(lines.removeFirst(), now);
            turn(now);
            told = true;
        }
        for (Receipt one :
                receipts.stream().filter(one -> !one.at().isAfter(now)).toList()) {
            receipts.remove(one);
            arrives(one, now);
            turn(now);
            told = true;
        }
        turn(now);
        return told;
    }

    private void happens(Line line, Instant now) {
        switch (line) {
            case Line.Told one -> told(one.event(), now);
            case Line.Complete one -> {
                engine.complete(one.through());
                outside = new Outside(Optional.of(one.through()), outside.braked(), outside.place());
            }
            case Line.Brake one -> {
                engine.braked(one.on());
                outside = new Outside(outside.completeThrough(), one.on(), outside.place());
            }
            case Line.Place one -> {
                engine.placeLeft(one.left());
                outside = new Outside(outside.completeThrough(), outside.braked(), one.left());
            }
            case Line.Clock one -> clockGoes = one.goes();
            case Line.Report one -> report(now);
            case Line.Answer other -> throw new IllegalStateException("an answer has no moment of its own");
        }
    }

    private void told(LoanEvent event, Instant now) {
        boolean deaf = event instanceof LoanEvent.TamperSeen
                && engine.handset().governor().isEmpty();
        if (!deaf) {
            engine.happens(event, now);
            clerk.hears(event, now);
            tellWords();
        }
    }

    private void arrives(Receipt receipt, Instant now) {
        switch (receipt.outcome()) {
            case SENT ->
                told(new NoticeOutcome.Sent(Names.LOAN, Names.PARTNER, receipt.noticeId(), receipt.happened()), now);
            case FAILED -> told(new NoticeOutcome.Failed(Names.LOAN, Names.PARTNER, receipt.noticeId()), now);
            case SHOWN -> report(now);
        }
    }

    /** The service passes on only what proves something; nothing that the clerk would learn of may be lost there. */
    private void report(Instant now) {
        long revision = engine.handset().revision();
        if (engine.takesAsProof(revision)) {
            told(new NoticeOutcome.Shown(Names.LOAN, Names.PARTNER, Names.DEVICE, revision), now);
            return;
        }
        boolean lost = engine.isHeard()
                && clerk.letters().stream()
                        .anyMatch(one -> one.shownAt().isEmpty()
                                && one.word().filter(word -> word <= revision).isPresent());
        if (lost) {
            throw new IllegalStateException("the phone's proof is not asked for");
        }
    }

    private void turn(Instant now) {
        for (int turns = 0; clockGoes && engine.isDue(now); turns++) {
            if (turns == MOST_TURNS) {
                throw new IllegalStateException("its clock never rests");
            }
            engine.takesItsTurn(now);
        }
        for (int looks = 0; clockGoes && clerk.looks(now, outside); looks++) {
            if (looks == MOST_TURNS) {
                throw new IllegalStateException("the clerk never rests");
            }
        }
        tellWords();
        answerLetters();
    }

    /** What a word to the handset carries is the screen's business; the clerk is told of it. */
    private void tellWords() {
        engine.contract().ifPresent(contract -> contract.notices().ordered().stream()
                .filter(one -> one.shownIn().isPresent())
                .forEach(one -> clerk.said(one.noticeId(), one.shownIn().get())));
    }

    private void answerLetters() {
        List<Letter> letters = clerk.letters();
        for (; answered < letters.size(); answered++) {
            Letter letter = letters.get(answered);
            for (Line line : history.lines()) {
                if (line instanceof Line.Answer answer && answer.notice() == answered + 1) {
                    receipts.add(new Receipt(
                            letter.orderedAt().plus(answer.heard()),
                            answer.outcome(),
                            letter.id(),
                            letter.orderedAt().plus(answer.happens())));
                }
            }
        }
    }
}
