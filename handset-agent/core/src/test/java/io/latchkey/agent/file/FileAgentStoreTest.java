package io.latchkey.agent.file;

import static io.latchkey.agent.domain.Fixtures.NOON;
import static io.latchkey.agent.domain.Fixtures.SELF;
import static io.latchkey.agent.domain.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.agent.app.AgentStoreException;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.Held;
import io.latchkey.agent.domain.Outbox;
import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.domain.Report;
import io.latchkey.agent.domain.Restriction;
import io.latchkey.agent.domain.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAgentStoreTest {

    @TempDir
    Path folder;

    @Test
    void hasNothingBeforeTheFirstSave() {
        assertThat(store().load()).isEmpty();
    }

    @Test
    void givesBackExactlyWhatWasSaved() {
        AgentState state = new AgentState(
                SELF,
                new Held.Applied(12, desired(Stage.LOCKED, Restriction.CAMERA, Restriction.KIOSK), NOON),
                new Outbox(
                        9,
                        List.of(
                                report(3, new Report.Hello(Stage.LOCKED, List.of("k1"))),
                                report(4, new Report.Applied(Stage.LOCKED)),
                                report(5, new Report.Stale(11)),
                                report(6, new Report.Refused(RefusalReason.WRONG_DEVICE, OptionalLong.of(13))),
                                report(7, new Report.Refused(RefusalReason.NOT_A_JWS, OptionalLong.empty())),
                                report(8, new Report.Tamper("root")),
                                report(9, new Report.Refresh()))));

        store().save(AgentState.enrolled(SELF));
        store().save(state);

        assertThat(store().load()).contains(state);
    }

    @Test
    void ignoresAHalfWrittenFileThatACrashLeftBeside() throws IOException {
        store().save(AgentState.enrolled(SELF));
        Files.writeString(folder.resolve("state.json.new"), "{\"deviceId\":\"d1_");

        assertThat(store().load()).contains(AgentState.enrolled(SELF));
    }

    @Test
    void saysWhichFileCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("state.json"), "not json");

        assertThatExceptionOfType(AgentStoreException.class)
                .isThrownBy(() -> store().load())
                .withMessageContaining("state.json");
    }

    private FileAgentStore store() {
        return new FileAgentStore(folder.resolve("state.json"));
    }

    private static Report report(long seq, Report.Detail detail) {
        return new Report(seq, 1, 12, NOON, detail);
    }
}
