package io.latchkey.virtual.store;

import io.latchkey.agent.app.AgentStore;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.Held;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Notes for whoever measures when an agent's own memory took a token: one line for each, after the save came back.
 *
 * <p><b>Shape:</b> {@code deviceId revision stage amountDue micros}, parted by one blank; the amount in minor units,
 * 0 without a notice; the microseconds since 1970 on the system clock.
 */
public final class AppliedLog {

    private final FileChannel file;
    private final Clock clock;

    /**
     * Goes on at the end of {@code file}, and makes it if it is not there.
     *
     * @param clock system time
     */
    public AppliedLog(Path file, Clock clock) {
        this.clock = clock;
        try {
            this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new HandsetFolderException("cannot note what is applied in " + file, e);
        }
    }

    /** A memory whose saves are noted here. */
    public AgentStore around(AgentStore memory) {
        return new Noted(memory);
    }

    private void note(String deviceId, Held.Applied held) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        long amountDue = held.desired()
                .notice()
                .map(notice -> notice.amountDue().minorUnits())
                .orElse(0L);
        String line =
                deviceId + ' ' + held.revision() + ' ' + held.desired().stage() + ' ' + amountDue + ' ' + micros + '\n';
        try {
            // One write for one line: appended as a whole, whoever else writes.
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new HandsetFolderException("cannot note what was applied by " + deviceId, e);
        }
    }

    private final class Noted implements AgentStore {

        private final AgentStore memory;
        private long noted;

        Noted(AgentStore memory) {
            this.memory = memory;
            this.noted = memory.load().map(state -> state.held().revision()).orElse(0L);
        }

        @Override
        public Optional<AgentState> load() {
            return memory.load();
        }

        @Override
        public void saveSoon(AgentState state) {
            memory.saveSoon(state);
        }

        @Override
        public void save(AgentState state) {
            memory.save(state);
            if (state.held() instanceof Held.Applied held && held.revision() != noted) {
                noted = held.revision();
                note(state.self().deviceId(), held);
            }
        }
    }
}
