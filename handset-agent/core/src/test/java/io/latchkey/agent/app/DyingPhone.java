package io.latchkey.agent.app;

import static io.latchkey.agent.domain.Fixtures.NOON;
import static io.latchkey.agent.domain.Fixtures.SELF;

import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.DesiredState;
import io.latchkey.agent.domain.DeviceToken;
import io.latchkey.agent.domain.Incoming.ReportsAcknowledged;
import io.latchkey.agent.domain.Incoming.TokenReceived;
import io.latchkey.agent.domain.Incoming.TokenRefused;
import io.latchkey.agent.domain.Incoming.TokenVerified;
import io.latchkey.agent.domain.RefusalReason;
import io.latchkey.agent.domain.Report;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A phone whose process dies before a step that the test chooses, and a gateway that hears its reports.
 *
 * <p>A step is whatever another can see: a save, an unforced save, an act, a report. A power cut takes every unforced
 * save with it, which is the worst that a disk may do.
 */
final class DyingPhone implements AgentStore, Actuator, Link, TokenVerifier, ReportSigner {

    /** How the process ends. */
    enum Death {
        CRASH,
        POWER_CUT
    }

    private final Map<Long, Report> heard = new TreeMap<>();
    private final List<Long> numbersWithTwoMeanings = new ArrayList<>();
    private final Set<Long> acknowledged = new HashSet<>();
    private final Map<String, DeviceToken> tokens = new HashMap<>();
    private final Map<String, Report> signed = new HashMap<>();
    private final List<Long> heardSinceStart = new ArrayList<>();
    private @Nullable AgentState forced;
    private @Nullable AgentState readable;
    private DesiredState inForce = DesiredState.UNRESTRICTED;
    private int steps;
    private int diesBefore = Integer.MAX_VALUE;
    private boolean dead;

    HandsetAgent start() {
        AgentPorts ports = new AgentPorts(this, this, this, this, DyingPhone::readAck, this);
        return new HandsetAgent(SELF, ports, Runnable::run, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    void dieBeforeStep(int step) {
        diesBefore = step;
    }

    boolean isDead() {
        return dead;
    }

    /** Ends the process, if it lives, and leaves what such a death leaves. */
    void revive(Death death) {
        if (death == Death.POWER_CUT) {
            readable = forced;
        }
        inForce = DesiredState.UNRESTRICTED;
        heardSinceStart.clear();
        diesBefore = Integer.MAX_VALUE;
        dead = false;
    }

    int steps() {
        return steps;
    }

    AgentState stored() {
        return load().orElseThrow();
    }

    DesiredState inForce() {
        return inForce;
    }

    /** What the gateway got, each number once. */
    Collection<Report> heard() {
        return heard.values();
    }

    List<Long> heardSinceStart() {
        return heardSinceStart;
    }

    List<Long> numbersWithTwoMeanings() {
        return numbersWithTwoMeanings;
    }

    byte[] arriving(DeviceToken token) {
        String bytes = "token " + token.revision();
        tokens.put(bytes, token);
        return bytes.getBytes(StandardCharsets.UTF_8);
    }

    /** One of the reports that the gateway got and has not acknowledged. */
    Optional<Long> anyUnanswered(int choice) {
        List<Long> unanswered =
                heard.keySet().stream().filter(seq -> !isAcknowledged(seq)).toList();
        return unanswered.isEmpty() ? Optional.empty() : Optional.of(unanswered.get(choice % unanswered.size()));
    }

    byte[] acknowledging(long seq) {
        acknowledged.add(seq);
        return Long.toString(seq).getBytes(StandardCharsets.UTF_8);
    }

    boolean isAcknowledged(long seq) {
        return acknowledged.contains(seq);
    }

    @Override
    public Optional<AgentState> load() {
        return Optional.ofNullable(readable);
    }

    @Override
    public void save(AgentState state) {
        step();
        readable = state;
        forced = state;
    }

    @Override
    public void saveSoon(AgentState state) {
        step();
        readable = state;
    }

    @Override
    public void apply(DesiredState desired) {
        step();
        inForce = desired;
    }

    @Override
    public void send(byte[] bytes) {
        step();
        Report report = signed.get(new String(bytes, StandardCharsets.UTF_8));
        Report before = heard.putIfAbsent(report.seq(), report);
        if (before != null && !before.equals(report)) {
            numbersWithTwoMeanings.add(report.seq());
        }
        heardSinceStart.add(report.seq());
    }

    @Override
    public byte[] sign(Report report) {
        signed.put(report.toString(), report);
        return report.toString().getBytes(StandardCharsets.UTF_8);
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
    public void reconnect() {}

    @Override
    public boolean isConnected() {
        return true;
    }

    private void step() {
        dead |= steps >= diesBefore;
        if (dead) {
            throw new IllegalStateException("the process is dead");
        }
        steps++;
    }

    private static Optional<ReportsAcknowledged> readAck(byte[] payload) {
        return Optional.of(
                new ReportsAcknowledged(1, Set.of(Long.parseLong(new String(payload, StandardCharsets.UTF_8)))));
    }
}
