package io.latchkey.decision.app;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.LoanEvent.TamperSeen;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears what handsets report. Almost every report says what we know; one look without locks tells, so that reports cost
 * next to nothing. A report that contradicts us, as after a restore of the database, or that proves that a screen told
 * its borrower something, becomes an event of the loan that speaks to the handset, and is judged again under its locks.
 */
@ApplicationScoped
public class HearHandsets {

    private final Loans loans;
    private final DecideBatch decideBatch;

    HearHandsets(Loans loans, DecideBatch decideBatch) {
        this.loans = loans;
        this.decideBatch = decideBatch;
    }

    /**
     * Hears.
     *
     * @param batch what one poll brought
     * @param putAside called before the commit with the records that the domain refused
     * @return completes after the commit; fails if nothing was kept, and then the same batch is to be tried again
     */
    public Uni<Void> on(Batch<DeviceWord> batch, Function<List<Refusal>, Uni<Void>> putAside) {
        return concerned(batch).chain(known -> speakers(known).chain(partners -> {
            List<Incoming<LoanEvent>> events = batch.events().stream()
                    .flatMap(one -> eventOf(one.event(), known, partners)
                            .map(event -> new Incoming<>(one.source(), one.offset(), one.cause(), event))
                            .stream())
                    .toList();
            return decideBatch.on(new Batch<>(events, batch.next()), putAside);
        }));
    }

    /** The handsets of which the batch says something that their loans must hear. */
    private Uni<Map<DeviceId, Handset>> concerned(Batch<DeviceWord> batch) {
        Map<DeviceId, List<DeviceWord>> words = new HashMap<>();
        for (Incoming<DeviceWord> one : batch.events()) {
            switch (one.event()) {
                case DeviceWord.Bound bound -> {}
                case DeviceWord.Holds holds -> note(words, holds.word().deviceId(), holds);
                case DeviceWord.Tampered tampered -> note(words, tampered.deviceId(), tampered);
            }
        }
        if (words.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return loans.handsets(words.keySet()).map(handsets -> handsets.stream()
                .filter(handset -> words.getOrDefault(handset.deviceId(), List.of()).stream()
                        .anyMatch(word -> concerns(handset, word)))
                .collect(toMap(Handset::deviceId, handset -> handset)));
    }

    private static void note(Map<DeviceId, List<DeviceWord>> words, DeviceId deviceId, DeviceWord word) {
        words.computeIfAbsent(deviceId, id -> new ArrayList<>()).add(word);
    }

    private static boolean concerns(Handset handset, DeviceWord word) {
        return switch (word) {
            case DeviceWord.Bound bound -> false;
            case DeviceWord.Holds holds -> handset.isContradictedBy(holds.word()) || handset.isProofBy(holds.word());
            case DeviceWord.Tampered tampered -> handset.governor().isPresent();
        };
    }

    private Uni<Map<LoanId, PartnerId>> speakers(Map<DeviceId, Handset> handsets) {
        Set<LoanId> speaking = new HashSet<>();
        handsets.values().forEach(handset -> speakerOf(handset).ifPresent(speaking::add));
        return speaking.isEmpty() ? Uni.createFrom().item(Map.of()) : loans.partners(speaking);
    }

    /** The loan that governs the handset; for a free one the loan that set it free. */
    private static Optional<LoanId> speakerOf(Handset handset) {
        return handset.governor().or(() -> handset.stated().map(Desired::loanId));
    }

    private static Optional<LoanEvent> eventOf(
            DeviceWord word, Map<DeviceId, Handset> concerned, Map<LoanId, PartnerId> partners) {
        if (word instanceof DeviceWord.Bound bound) {
            return Optional.of(bound.change());
        }
        return Optional.ofNullable(concerned.get(deviceOf(word)))
                .filter(handset -> concerns(handset, word))
                .flatMap(handset -> speakerOf(handset).flatMap(loanId -> Optional.ofNullable(partners.get(loanId))
                        .map(partner -> eventOf(word, handset, loanId, partner))));
    }

    private static DeviceId deviceOf(DeviceWord word) {
        return switch (word) {
            case DeviceWord.Bound bound -> bound.change().deviceId();
            case DeviceWord.Holds holds -> holds.word().deviceId();
            case DeviceWord.Tampered tampered -> tampered.deviceId();
        };
    }

    private static LoanEvent eventOf(DeviceWord word, Handset handset, LoanId loanId, PartnerId partner) {
        return switch (word) {
            case DeviceWord.Bound bound -> bound.change();
            case DeviceWord.Holds holds
            when handset.isContradictedBy(holds.word()) -> new HandsetContradicts(loanId, partner, holds.word());
            case DeviceWord.Holds holds ->
                new NoticeOutcome.Shown(
                        loanId, partner, handset.deviceId(), holds.word().revision());
            case DeviceWord.Tampered tampered ->
                new TamperSeen(loanId, partner, tampered.deviceId(), tampered.signal());
        };
    }
}
