package io.latchkey.decision.app;

import static java.util.stream.Collectors.toMap;

import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.LoanEvent.HandsetContradicts;
import io.latchkey.decision.domain.handset.Desired;
import io.latchkey.decision.domain.handset.Handset;
import io.latchkey.decision.domain.handset.HandsetWord;
import io.latchkey.events.DeviceId;
import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears what handsets report. Almost every report says what we know; one look without locks tells, so that reports cost
 * next to nothing. A report that contradicts us, as after a restore of the database, becomes an event of the loan that
 * speaks to the handset, and is judged again under its locks.
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
        return contradicted(batch).chain(known -> speakers(known).chain(partners -> {
            List<Incoming<LoanEvent>> events = batch.events().stream()
                    .flatMap(one -> eventOf(one.event(), known, partners)
                            .map(event -> new Incoming<>(one.source(), one.offset(), one.cause(), event))
                            .stream())
                    .toList();
            return decideBatch.on(new Batch<>(events, batch.next()), putAside);
        }));
    }

    /** The handsets of which the batch says something else than we do. */
    private Uni<Map<DeviceId, Handset>> contradicted(Batch<DeviceWord> batch) {
        List<HandsetWord> words = batch.events().stream()
                .map(Incoming::event)
                .filter(DeviceWord.Holds.class::isInstance)
                .map(word -> ((DeviceWord.Holds) word).word())
                .toList();
        Set<DeviceId> speaking = new HashSet<>();
        words.forEach(word -> speaking.add(word.deviceId()));
        if (speaking.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return loans.handsets(speaking).map(handsets -> handsets.stream()
                .filter(handset -> words.stream().anyMatch(handset::isContradictedBy))
                .collect(toMap(Handset::deviceId, handset -> handset)));
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
            DeviceWord word, Map<DeviceId, Handset> contradicted, Map<LoanId, PartnerId> partners) {
        return switch (word) {
            case DeviceWord.Bound bound -> Optional.of(bound.change());
            case DeviceWord.Holds holds ->
                Optional.ofNullable(contradicted.get(holds.word().deviceId()))
                        .filter(handset -> handset.isContradictedBy(holds.word()))
                        .flatMap(HearHandsets::speakerOf)
                        .flatMap(loanId -> Optional.ofNullable(partners.get(loanId))
                                .map(partner -> new HandsetContradicts(loanId, partner, holds.word())));
        };
    }
}
