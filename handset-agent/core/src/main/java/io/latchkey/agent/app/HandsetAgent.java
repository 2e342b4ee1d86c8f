package io.latchkey.agent.app;

import io.latchkey.agent.domain.AgentPolicy;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.Decision;
import io.latchkey.agent.domain.Enrollment;
import io.latchkey.agent.domain.Incoming;
import io.latchkey.agent.domain.Report;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The agent of one enrolled handset: verify, compare, decide, persist, act, report, one thing at a time.
 *
 * <p>Nothing is reported before it is stored, so a crash between any two steps loses nothing: the next start puts the
 * stored state in force again, and the next connection sends again what nobody acknowledged.
 */
public final class HandsetAgent implements Link.Listener {

    private static final Logger LOG = Logger.getLogger(HandsetAgent.class.getName());

    private final AgentPorts ports;
    private final Clock clock;
    private final Executor oneAtATime;
    private AgentState state;
    /** A save that failed may still have reached the disk; then only the store knows which numbers are used up. */
    private boolean inDoubt;

    /**
     * Remembers what the store holds, and puts it in force before anything else can happen.
     *
     * @param threads shared by many handsets; this agent uses one at a time
     * @param clock system time, for stamps only
     * @throws AgentStoreException if the store cannot be read
     */
    public HandsetAgent(Enrollment self, AgentPorts ports, Executor threads, Clock clock) {
        this.ports = ports;
        this.clock = clock;
        this.oneAtATime = new SerialExecutor(threads);
        this.state = remembered(ports.store(), self);
        if (!state.self().equals(self)) {
            throw new IllegalStateException("the store belongs to " + state.self() + ", not to " + self);
        }
        ports.actuator().apply(state.held().desired());
    }

    /** Connects, and stays connected until {@link #goOffline}. */
    public void goOnline() {
        ports.link().open(this);
    }

    /** Disconnects; everything held stays in force. */
    public void goOffline() {
        ports.link().close();
    }

    /** Whether the gateway can be reached right now. */
    public boolean isOnline() {
        return ports.link().isConnected();
    }

    /** The borrower asks for the newest state; offline, the question waits for the next connection. */
    public void refresh() {
        oneAtATime.execute(() -> attempt(new Incoming.RefreshAsked()));
    }

    /** Says again what nobody acknowledged in time; a shell calls it every few seconds while online. */
    public void resendOverdue() {
        oneAtATime.execute(() -> attempt(new Incoming.ResendDue()));
    }

    /** The shell saw somebody interfere. */
    public void reportTamper(String what) {
        oneAtATime.execute(() -> attempt(new Incoming.TamperDetected(what)));
    }

    @Override
    public void connected() {
        oneAtATime.execute(() -> attempt(new Incoming.Connected(ports.tokens().trustedKeyIds())));
    }

    @Override
    public void tokenArrived(byte[] payload) {
        oneAtATime.execute(() -> attempt(ports.tokens().verify(payload)));
    }

    @Override
    public void ackArrived(byte[] payload) {
        oneAtATime.execute(() -> ports.acks().read(payload).ifPresent(this::attempt));
    }

    /** A step that fails leaves the agent alive; the greeting on the new connection makes everyone try again. */
    private void attempt(Incoming incoming) {
        try {
            handle(incoming);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    "A step failed, connecting anew. deviceId=" + state.self().deviceId(),
                    e);
            ports.link().reconnect();
        }
    }

    private void handle(Incoming incoming) {
        settleDoubt();
        Decision decision = AgentPolicy.decide(state, incoming, clock.instant().truncatedTo(ChronoUnit.MICROS));
        persist(decision);
        if (decision.act()) {
            ports.actuator().apply(state.held().desired());
        }
        for (Report report : decision.toSend()) {
            ports.link().send(ports.signer().sign(report));
        }
        log(decision);
    }

    private void persist(Decision decision) {
        AgentState next = decision.next();
        if (!next.equals(state)) {
            inDoubt = true;
            if (decision.isHeardOf()) {
                ports.store().save(next);
            } else {
                ports.store().saveSoon(next);
            }
            state = next;
            inDoubt = false;
        }
    }

    private void settleDoubt() {
        if (inDoubt) {
            state = remembered(ports.store(), state.self());
            inDoubt = false;
        }
    }

    private static AgentState remembered(AgentStore store, Enrollment self) {
        return store.load().orElseGet(() -> AgentState.enrolled(self));
    }

    private void log(Decision decision) {
        if (decision.outcome() == Decision.Outcome.APPLIED || decision.outcome() == Decision.Outcome.REFUSED) {
            LOG.info(() -> "Token judged. outcome=" + decision.outcome() + " deviceId="
                    + state.self().deviceId() + " revision=" + state.held().revision());
        }
    }
}
