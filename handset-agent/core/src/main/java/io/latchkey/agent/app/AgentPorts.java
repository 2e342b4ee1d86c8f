package io.latchkey.agent.app;

/** Everything outside that one agent needs. */
public record AgentPorts(
        AgentStore store, Actuator actuator, Link link, TokenVerifier tokens, AckReader acks, ReportSigner signer) {}
