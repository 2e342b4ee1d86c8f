package io.latchkey.virtual.http;

import io.latchkey.agent.app.AgentPorts;
import io.latchkey.agent.app.AgentStore;
import io.latchkey.agent.app.HandsetAgent;
import io.latchkey.agent.app.Link;
import io.latchkey.agent.domain.AgentState;
import io.latchkey.agent.domain.Enrollment;
import io.latchkey.agent.jose.JoseTokenVerifier;
import io.latchkey.agent.jose.TrustedKeys;
import io.latchkey.virtual.app.AgentMaker;
import io.latchkey.virtual.app.EnrollmentGateway;
import io.latchkey.virtual.app.Identities;
import io.latchkey.virtual.app.Identity;
import io.latchkey.virtual.app.VirtualHandset;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway that enrolls anybody, a folder in memory, and a network that is always there. */
final class FakeHandsets implements EnrollmentGateway, Identities, AgentMaker {

    static final String DEVICE = "d1_00112233445566778899aabbccddeeff";

    final List<PrivateKey> keys = new ArrayList<>();
    boolean switchedOn = true;
    private final Map<String, KeyPair> unanswered = new HashMap<>();

    @Nullable
    RuntimeException refusal;

    private int enrollments;

    @Override
    public Identity enroll(String imei, String enrollmentCode, KeyPair key) {
        return enrolled(imei, key);
    }

    @Override
    public Identity enrollAgain(Identity before, KeyPair key) {
        return enrolled(before.imei(), key);
    }

    private Identity enrolled(String imei, KeyPair key) {
        keys.add(key.getPrivate());
        if (refusal != null) {
            throw refusal;
        }
        return new Identity(
                imei,
                Optional.empty(),
                new Enrollment(DEVICE, ++enrollments),
                key.getPrivate(),
                List.of(),
                "127.0.0.1",
                1,
                "{\"keys\":[]}");
    }

    @Override
    public VirtualHandset make(Identity identity) {
        AgentStore memory = new Memory();
        AgentPorts ports = new AgentPorts(
                memory,
                desired -> {},
                new Network(),
                new JoseTokenVerifier(TrustedKeys.of(identity.keySet())),
                payload -> Optional.empty(),
                report -> new byte[0]);
        HandsetAgent agent = new HandsetAgent(identity.enrollment(), ports, Runnable::run, Clock.systemUTC());
        return new VirtualHandset(identity, agent, memory);
    }

    @Override
    public List<Identity> all() {
        return List.of();
    }

    @Override
    public void keep(Identity identity) {}

    @Override
    public Optional<KeyPair> unansweredKey(String imei) {
        return Optional.ofNullable(unanswered.get(imei));
    }

    @Override
    public void keepUnanswered(String imei, KeyPair key) {
        unanswered.put(imei, key);
    }

    @Override
    public void answered(String imei) {
        unanswered.remove(imei);
    }

    @Override
    public boolean isSwitchedOn(Identity identity) {
        return switchedOn;
    }

    @Override
    public void switchOn(Identity identity, boolean on) {
        switchedOn = on;
    }

    private static final class Memory implements AgentStore {

        private Optional<AgentState> saved = Optional.empty();

        @Override
        public Optional<AgentState> load() {
            return saved;
        }

        @Override
        public void save(AgentState state) {
            saved = Optional.of(state);
        }

        @Override
        public void saveSoon(AgentState state) {
            save(state);
        }
    }

    private static final class Network implements Link {

        private boolean open;

        @Override
        public void open(Listener listener) {
            open = true;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public void reconnect() {}

        @Override
        public void send(byte[] report) {}

        @Override
        public boolean isConnected() {
            return open;
        }
    }
}
