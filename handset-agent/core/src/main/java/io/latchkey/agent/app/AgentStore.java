package io.latchkey.agent.app;

import io.latchkey.agent.domain.AgentState;
import java.util.Optional;

/** Where a handset remembers its state and its unacknowledged reports. */
public interface AgentStore {

    /**
     * What was saved last, or nothing on the first start.
     *
     * @throws AgentStoreException if it is there and cannot be read
     */
    Optional<AgentState> load();

    /**
     * Saves all of it or nothing, and returns once it is safe from a power cut.
     *
     * @throws AgentStoreException if it could not; what was saved before still stands
     */
    void save(AgentState state);

    /**
     * Saves what nobody outside has heard of yet, without waiting for the disk: {@link #load} gives it back, also after
     * a crash of the process; a power cut before the next {@link #save} may undo it.
     *
     * @throws AgentStoreException if it could not; what was saved before still stands
     */
    void saveSoon(AgentState state);
}
