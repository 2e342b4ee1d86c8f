package io.latchkey.virtual.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.agent.app.AgentStore;
import io.latchkey.agent.app.AgentStoreException;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.DesiredState;
import io.latchkey.agent.domain.Enrollment;
import io.latchkey.agent.domain.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliedLogTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final Enrollment SELF = new Enrollment("d1_00112233445566778899aabbccddeeff", 1);

    @TempDir
    private Path folder;

    @Test
    void notesEachRevisionOnceAfterItWasStored() throws IOException {
        AgentStore memory = noted(new Memory());

        memory.save(holding(1));
        memory.save(holding(1));
        memory.save(holding(2));

        assertThat(Files.readAllLines(file()))
                .containsExactly(
                        SELF.deviceId() + " 1 CURRENT 0 1795176000123456",
                        SELF.deviceId() + " 2 CURRENT 0 1795176000123456");
    }

    @Test
    void notesNothingThatCouldNotBeStored() {
        AgentStore memory = noted(new Memory() {
            @Override
            public void save(AgentState state) {
                throw new AgentStoreException("the disk is full", new IOException());
            }
        });

        assertThatExceptionOfType(AgentStoreException.class).isThrownBy(() -> memory.save(holding(1)));

        assertThat(file()).isEmptyFile();
    }

    private AgentStore noted(AgentStore memory) {
        return new AppliedLog(file(), Clock.fixed(NOON, ZoneOffset.UTC)).around(memory);
    }

    private Path file() {
        return folder.resolve("applied.log");
    }

    private static AgentState holding(long revision) {
        return new AgentState(
                SELF,
                new Held.Applied(revision, DesiredState.UNRESTRICTED, NOON),
                AgentState.enrolled(SELF).outbox());
    }

    private static class Memory implements AgentStore {

        private Optional<AgentState> state = Optional.empty();

        @Override
        public Optional<AgentState> load() {
            return state;
        }

        @Override
        public void save(AgentState next) {
            state = Optional.of(next);
        }

        @Override
        public void saveSoon(AgentState next) {
            save(next);
        }
    }
}
