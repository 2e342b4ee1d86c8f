package io.latchkey.decision.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.decision.app.Commitment.Word;
import io.latchkey.events.FleetDecision;
import io.latchkey.kit.kafka.EventMeta;
import io.latchkey.kit.kafka.OutgoingEvent;
import io.latchkey.kit.trace.TraceParent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final RecordingPublisher kafka = new RecordingPublisher();
    private final Ownership ownership = new Ownership("me");
    private final Table table = new Table();
    private final Relay relay = new Relay(table, kafka, ownership, Duration.ZERO);

    @Test
    void whatIsCommittedWhileItCatchesUpIsPublishedOnceAndAfterWhatItFinds() {
        ownership.take(Set.of(0));
        table.commit("left by another");
        table.whileLooking.add(() -> {
            relay.handOver(table.commit("seen and handed over"));
            table.look();
            relay.handOver(table.commit("later"));
        });

        relay.catchUpSoon();

        assertThat(kafka.ids()).containsExactly("left by another", "seen and handed over", "later");
        assertThat(table.looks).isEqualTo(1);
        assertThat(table.rows).isEmpty();
    }

    @Test
    void itLooksAgainIfMoreWaitsThanItWasShown() {
        ownership.take(Set.of(0));
        for (int i = 0; i < 1_200; i++) {
            table.commit("w" + i);
        }

        relay.catchUpSoon();

        assertThat(kafka.ids()).hasSize(1_200).startsWith("w0", "w1").endsWith("w1199");
        assertThat(table.rows).isEmpty();
    }

    /** An outbox in memory that lets things happen around its look at the rows. */
    private static final class Table implements Outbox {

        private final List<OutgoingEvent> rows = new ArrayList<>();
        private final List<Runnable> whileLooking = new ArrayList<>();
        private Waiting seen = new Waiting(List.of(), true);
        private int most;
        private int looks;

        Commitment commit(String id) {
            FleetDecision word = new FleetDecision.BrakeChanged(
                    Scene.SANDBOX, "standard", 0, rows.size() + 1, false, Optional.empty(), NOON);
            OutgoingEvent event =
                    new OutgoingEvent(word, new EventMeta(id, NOON, NOON, Optional.empty(), TraceParent.root()));
            rows.add(event);
            return new Commitment(List.of(new Word(0, event)), false);
        }

        void look() {
            seen = new Waiting(rows.stream().limit(most).toList(), rows.size() < most);
        }

        @Override
        public Uni<Waiting> oldest(int ofEach) {
            return Uni.createFrom().item(() -> {
                looks++;
                most = ofEach;
                look();
                whileLooking.forEach(Runnable::run);
                whileLooking.clear();
                return seen;
            });
        }

        @Override
        public Uni<Boolean> holdsWordsOfOthers() {
            return Uni.createFrom().item(false);
        }

        @Override
        public Uni<Boolean> isEmpty() {
            return Uni.createFrom().item(rows::isEmpty);
        }

        @Override
        public Uni<Void> remove(List<String> eventIds) {
            return Uni.createFrom()
                    .voidItem()
                    .invoke(() ->
                            rows.removeIf(row -> eventIds.contains(row.meta().id())));
        }
    }
}
