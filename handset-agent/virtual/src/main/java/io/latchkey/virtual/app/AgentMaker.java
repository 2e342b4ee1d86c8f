package io.latchkey.virtual.app;

/** Puts an agent together around an identity. */
@FunctionalInterface
public interface AgentMaker {

    /**
     * Builds the handset, its stored state in force, not yet connected.
     *
     * @throws io.latchkey.agent.app.AgentStoreException if its memory cannot be read
     */
    VirtualHandset make(Identity identity);
}
