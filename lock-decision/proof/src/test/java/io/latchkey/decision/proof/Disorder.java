package io.latchkey.decision.proof;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.model.Clerk;
import io.latchkey.events.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Tells the facts of a history in several orders, some of them twice. */
final class Disorder {

    private static final int ORDERS = 4;

    private Disorder() {}

    /** The positions at the end of a history, as the engine counts them after each order, and as the clerk does. */
    static Set<Position> positions(long seed) {
        History history = Histories.random(seed);
        List<LoanEvent> facts = new ArrayList<>();
        List<LoanEvent> activation = new ArrayList<>();
        for (Line line : history.lines()) {
            if (line instanceof Line.Told told) {
                switch (told.event()) {
                    case LoanEvent.LoanActivated one -> activation.add(one);
                    case LoanEvent.PaymentReceived one -> facts.add(one);
                    case LoanEvent.PaymentReversed one -> facts.add(one);
                    case LoanEvent.LoanAmended one -> facts.add(one);
                    default -> {}
                }
            }
        }
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Clerk clerk = new Clerk(history.policy(), Policies.PACKS);
        activation.forEach(event -> clerk.hears(event, history.end()));
        facts.forEach(event -> clerk.hears(event, history.end()));
        Set<Position> positions = new HashSet<>(Set.of(clerk.positionAt(history.end())));
        for (int order = 0; order < ORDERS; order++) {
            List<LoanEvent> disorder = new ArrayList<>(facts);
            facts.stream().filter(one -> random.nextInt(3) == 0).forEach(disorder::add);
            Collections.shuffle(disorder, random);
            positions.add(positionAfter(activation, disorder, history));
        }
        return positions;
    }

    private static Position positionAfter(List<LoanEvent> activation, List<LoanEvent> facts, History history) {
        Instant end = history.end();
        Engine engine = new Engine(history.policy(), Policies.PACKS, history.zone());
        activation.forEach(event -> engine.happens(event, end));
        facts.forEach(event -> engine.happens(event, end));
        return engine.positionAt(end);
    }
}
