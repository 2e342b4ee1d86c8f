package io.latchkey.agent.file;

import io.latchkey.agent.app.AgentStore;
import io.latchkey.agent.app.AgentStoreException;
import io.latchkey.agent.domain.AgentState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** One JSON file, replaced as a whole: a reader, or a start after a power cut, sees the old state or the new. */
public final class FileAgentStore implements AgentStore {

    private final Path file;

    /** A store in {@code file}, whose folder exists. */
    public FileAgentStore(Path file) {
        this.file = file;
    }

    @Override
    public Optional<AgentState> load() {
        try {
            return Optional.of(AgentStateJson.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new AgentStoreException("cannot read the handset's state from " + file, e);
        }
    }

    @Override
    public void save(AgentState state) {
        try {
            DurableFile.replace(file, AgentStateJson.write(state).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AgentStoreException("cannot write the handset's state to " + file, e);
        }
    }
}
