package io.latchkey.virtual.app;

import io.latchkey.agent.app.AgentStore;
import io.latchkey.agent.app.HandsetAgent;
import io.latchkey.agent.domain.AgentState;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One handset: the agent, and the memory that it writes.
 *
 * @param memory the agent's own store; whoever looks at the handset looks there, so he sees what it really kept
 */
public record VirtualHandset(Identity identity, HandsetAgent agent, AgentStore memory) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    /** What the handset remembers at this moment. */
    public AgentState remembered() {
        return memory.load().orElseGet(() -> AgentState.enrolled(identity.enrollment()));
    }

    /** Gives the connection a moment to come up, so that whoever switched it on sees the truth at once. */
    public void awaitOnline(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!agent.isOnline() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
