package io.latchkey.agent.app;

import io.latchkey.agent.app.HandsetAgentTest.Death;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.DesiredState;
import io.latchkey.agent.domain.DeviceToken;
import io.latchkey.agent.domain.Incoming.TokenReceived;
import io.latchkey.agent.domain.Incoming.TokenRefused;
import io.latchkey.agent.domain.Incoming.TokenVerified;
import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.domain.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A phone in memory that writes down each step and fails where it is told to. */
final class Phone implements AgentStore, Actuator, Link, TokenVerifier, ReportSigner {

    final List<String> steps = new ArrayList<>();
    private final Map<String, DeviceToken> tokens = new HashMap<>();
    private final Map<Long, Report> everStored = new HashMap<>();
    private final List<Long> numbersGivenTwice = new ArrayList<>();
    private @Nullable AgentState stored;
    private @Nullable DesiredState inForce;
    private @Nullable Death death;

    AgentPorts ports() {
        return new AgentPorts(this, this, this, this, payload -> Optional.empty(), this);
    }

    byte[] arriving(DeviceToken token) {
        String bytes = "token " + token.revision();
        tokens.put(bytes, token);
        return bytes.getBytes(StandardCharsets.UTF_8);
    }

    void dieOn(Death where) {
        death = where;
    }

    void revive() {
        death = null;
    }

    AgentState stored() {
        return Objects.requireNonNull(stored);
    }

    /** Numbers under which two different reports were stored. */
    List<Long> numbersGivenTwice() {
        return numbersGivenTwice;
    }

    DesiredState inForce() {
        return Objects.requireNonNull(inForce);
    }

    @Override
    public Optional<AgentState> load() {
        return Optional.ofNullable(stored);
    }

    @Override
    public void save(AgentState state) {
        dieIf(Death.BEFORE_PERSIST);
        state.outbox().unacked().forEach(this::remember);
        stored = state;
        steps.add("persist " + state.held().revision());
        dieIf(Death.AFTER_PERSIST);
    }

    @Override
    public void saveSoon(AgentState state) {
        stored = state;
        steps.add("persist soon " + state.held().revision());
    }

    @Override
    public void apply(DesiredState desired) {
        dieIf(Death.ON_ACT);
        inForce = desired;
        steps.add("act " + desired.stage());
    }

    @Override
    public void send(byte[] report) {
        dieIf(Death.ON_REPORT);
        steps.add("report " + new String(report, StandardCharsets.UTF_8));
    }

    @Override
    public byte[] sign(Report report) {
        String type = report.detail().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return (type + " " + report.revision()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public TokenReceived verify(byte[] payload) {
        DeviceToken token = tokens.get(new String(payload, StandardCharsets.UTF_8));
        return token == null ? new TokenRefused(RefusalReason.NOT_A_JWS) : new TokenVerified(token);
    }

    @Override
    public List<String> trustedKeyIds() {
        return List.of("k1");
    }

    @Override
    public void open(Listener listener) {}

    @Override
    public void close() {}

    @Override
    public void reconnect() {
        steps.add("reconnect");
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    private void remember(Report report) {
        Report before = everStored.putIfAbsent(report.seq(), report);
        if (before != null && !before.equals(report)) {
            numbersGivenTwice.add(report.seq());
        }
    }

    private void dieIf(Death where) {
        if (death == where) {
            throw new IllegalStateException("died " + where);
        }
    }
}
