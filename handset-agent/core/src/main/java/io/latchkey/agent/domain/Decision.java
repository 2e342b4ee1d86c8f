package io.latchkey.agent.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the agent is to do, in this order: persist {@code next} if it differs, act if demanded, send.
 *
 * @param act whether the phone must now be made what {@code next} holds
 * @param toSend reports in the order of their numbers; all are in {@code next} as well
 */
public record Decision(AgentState next, Outcome outcome, boolean act, List<Report> toSend) {

    /** What became of the thing that came in. */
    public enum Outcome {
        APPLIED,
        APPLIED_BEFORE,
        STALE,
        REFUSED,
        GREETED,
        ACKNOWLEDGED,
        SAID_AGAIN,
        REFRESH_ASKED,
        TAMPER_REPORTED,
        NOT_FOR_US
    }

    public Decision {
        requireNonNull(next, "next");
        requireNonNull(outcome, "outcome");
        toSend = List.copyOf(toSend);
    }

    /** Whether anybody outside is to see or hear of {@code next}: then it must be safe from a power cut before. */
    public boolean isHeardOf() {
        return act || !toSend.isEmpty();
    }

    static Decision silent(AgentState next, Outcome outcome) {
        return new Decision(next, outcome, false, List.of());
    }

    static Decision speak(AgentState next, Outcome outcome) {
        return new Decision(next, outcome, false, List.of(next.outbox().newest()));
    }
}
