package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** All that a handset must not forget; written as one piece. */
public record AgentState(Enrollment self, Held held, Outbox outbox) {

    public AgentState {
        requireNonNull(self, "self");
        requireNonNull(held, "held");
        requireNonNull(outbox, "outbox");
    }

    /** The state of a handset that has just enrolled. */
    public static AgentState enrolled(Enrollment self) {
        return new AgentState(self, new Held.Nothing(), Outbox.empty());
    }

    AgentState holding(Held next) {
        return new AgentState(self, next, outbox);
    }

    AgentState with(Outbox next) {
        return new AgentState(self, held, next);
    }

    AgentState saying(Report.Detail detail, Instant at) {
        return with(outbox.with(self, held, detail, at));
    }
}
