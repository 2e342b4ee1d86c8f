package io.latchkey.agent.file;

import io.latchkey.agent.app.AgentStore;
import io.latchkey.agent.app.AgentStoreException;
import io.latchkey.agent.domain.AgentState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One file of states as JSON, the last of which counts: a reader, or a start after a power cut, sees a whole one. */
public final class FileAgentStore implements AgentStore {

    private final Path file;
    private final Journal states;

    /** A store in {@code file}, whose folder exists. */
    public FileAgentStore(Path file) {
        this.file = file;
        this.states = new Journal(file);
    }

    @Override
    public Optional<AgentState> load() {
        try {
            return states.last().map(AgentStateJson::read);
        } catch (IOException | RuntimeException e) {
            throw new AgentStoreException("cannot read the handset's state from " + file, e);
        }
    }

    @Override
    public void save(AgentState state) {
        try {
            states.add(AgentStateJson.write(state));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void saveSoon(AgentState state) {
        try {
            states.addUnforced(AgentStateJson.write(state));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private AgentStoreException unwritable(IOException cause) {
        return new AgentStoreException("cannot write the handset's state to " + file, cause);
    }
}
