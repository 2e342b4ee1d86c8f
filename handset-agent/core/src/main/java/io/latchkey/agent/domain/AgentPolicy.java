package io.latchkey.agent.domain;

import io.latchkey.agent.domain.Decision.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a handset answers whatever comes in.
 *
 * <p>It obeys a token only if that is for its own device and enrollment, and newer than what it holds. The end state
 * is therefore the greatest valid revision, in whatever order and however often the tokens came.
 */
public final class AgentPolicy {

    /** A report without an answer for so long is said again on the same connection. */
    static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(20);

    private AgentPolicy() {}

    /**
     * Decides; changes nothing itself.
     *
     * @param now system time; it stamps reports and never judges a token, for a token has no time at which it ends
     */
    public static Decision decide(AgentState state, Incoming incoming, Instant now) {
        return switch (incoming) {
            case Incoming.TokenVerified e -> judge(state, e.token(), now);
            case Incoming.TokenRefused e -> refuse(state, e.reason(), OptionalLong.empty(), now);
            case Incoming.Connected e -> greet(state, e.trustedKeyIds(), now);
            case Incoming.ReportsAcknowledged e -> forget(state, e);
            case Incoming.ResendDue e -> repeat(state, now);
            case Incoming.RefreshAsked e ->
                Decision.speak(state.saying(new Report.Refresh(), now), Outcome.REFRESH_ASKED);
            case Incoming.TamperDetected e ->
                Decision.speak(state.saying(new Report.Tamper(e.what()), now), Outcome.TAMPER_REPORTED);
        };
    }

    private static Decision judge(AgentState state, DeviceToken token, Instant now) {
        if (!token.deviceId().equals(state.self().deviceId())) {
            return refuse(state, RefusalReason.WRONG_DEVICE, OptionalLong.of(token.revision()), now);
        }
        if (!token.enrollments().contains(state.self().number())) {
            return refuse(state, RefusalReason.WRONG_ENROLLMENT, OptionalLong.of(token.revision()), now);
        }
        if (token.revision() > state.held().revision()) {
            return apply(state, token, now);
        }
        if (token.revision() == state.held().revision()
                && token.desired().equals(state.held().desired())) {
            return Decision.speak(
                    state.saying(new Report.Applied(token.desired().stage()), now), Outcome.APPLIED_BEFORE);
        }
        // Also an equal revision with other content: we keep ours, and `received` equal to `rev` tells them apart.
        return Decision.speak(state.saying(new Report.Stale(token.revision()), now), Outcome.STALE);
    }

    private static Decision apply(AgentState state, DeviceToken token, Instant now) {
        AgentState next = state.holding(new Held.Applied(token.revision(), token.desired(), now))
                .saying(new Report.Applied(token.desired().stage()), now);
        return new Decision(next, Outcome.APPLIED, true, List.of(next.outbox().newest()));
    }

    private static Decision refuse(AgentState state, RefusalReason reason, OptionalLong received, Instant now) {
        return Decision.speak(state.saying(new Report.Refused(reason, received), now), Outcome.REFUSED);
    }

    /** Acts once more too: whatever was undone while we were away, or failed the first time, is made true again. */
    private static Decision greet(AgentState state, List<String> keyIds, Instant now) {
        Outbox others = state.outbox().without(report -> report.detail() instanceof Report.Hello);
        AgentState next = state.with(others)
                .saying(new Report.Hello(state.held().desired().stage(), keyIds), now);
        return new Decision(next, Outcome.GREETED, true, next.outbox().unacked());
    }

    private static Decision repeat(AgentState state, Instant now) {
        List<Report> overdue = new ArrayList<>(state.outbox().unacked());
        overdue.removeIf(report -> report.at().isAfter(now.minus(ACKNOWLEDGED_WITHIN)));
        return new Decision(state, Outcome.SAID_AGAIN, false, overdue);
    }

    private static Decision forget(AgentState state, Incoming.ReportsAcknowledged ack) {
        if (ack.enrollment() != state.self().number()) {
            return Decision.silent(state, Outcome.NOT_FOR_US);
        }
        return Decision.silent(state.with(state.outbox().acknowledged(ack.seqs())), Outcome.ACKNOWLEDGED);
    }
}
