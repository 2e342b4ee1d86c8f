package io.latchkey.virtual;

import io.latchkey.agent.app.AgentPorts;
import io.latchkey.agent.app.AgentStore;
import io.latchkey.agent.app.HandsetAgent;
import io.latchkey.agent.app.Link;
import io.latchkey.agent.jose.JoseReportSigner;
import io.latchkey.agent.jose.JoseTokenVerifier;
import io.latchkey.agent.jose.TrustedKeys;
import io.latchkey.agent.mqtt.Broker;
import io.latchkey.agent.mqtt.JsonAckReader;
import io.latchkey.agent.mqtt.PahoLink;
import io.latchkey.virtual.app.AgentMaker;
import io.latchkey.virtual.app.Identity;
import io.latchkey.virtual.app.VirtualHandset;
import io.latchkey.virtual.store.AppliedLog;
import io.latchkey.virtual.store.FolderIdentities;
import io.latchkey.virtual.tls.TlsContexts;
import java.security.Provider;
import java.time.Clock;
import java.util.Optional;

/** Puts real agents together: files for memory, Paho for the link, and a screen that draws what the memory says. */
record PahoAgents(
        FolderIdentities folders,
        TlsContexts tls,
        HandsetThreads threads,
        Optional<Provider> provider,
        Optional<AppliedLog> applied)
        implements AgentMaker {

    @Override
    public VirtualHandset make(Identity identity) {
        AgentStore file = folders.memoryOf(identity);
        AgentStore memory = applied.map(log -> log.around(file)).orElse(file);
        AgentPorts ports = new AgentPorts(
                memory,
                // The page reads the memory itself; there is no hardware to switch.
                desired -> {},
                link(identity),
                new JoseTokenVerifier(TrustedKeys.of(identity.keySet(), provider)),
                new JsonAckReader(),
                new JoseReportSigner(identity.key(), provider));
        HandsetAgent agent = new HandsetAgent(identity.enrollment(), ports, threads.turns(), Clock.systemUTC());
        return new VirtualHandset(identity, agent, memory);
    }

    private Link link(Identity identity) {
        Broker broker =
                new Broker(identity.mqttHost(), identity.mqttPort(), tls.identified(identity.key(), identity.chain()));
        return new PahoLink(broker, identity.enrollment(), threads.connections());
    }
}
