package io.latchkey.agent.mqtt;

/** Who hears of one connection. */
interface ConnectionListener {

    void up(PahoConnection connection);

    /** Called once, and not after {@link PahoConnection#stop}. */
    void down(PahoConnection connection);

    void tokenArrived(byte[] payload);

    void ackArrived(byte[] payload);
}
