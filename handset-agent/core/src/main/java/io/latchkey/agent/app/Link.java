package io.latchkey.agent.app;

/** The handset's one connection to its gateway. Once opened it connects again by itself until closed. */
public interface Link {

    /** Starts to connect, and keeps connecting. Returns at once. */
    void open(Listener listener);

    /** Drops the connection and stays away until opened again. */
    void close();

    /** Drops the connection and makes a new one: the greeting then repeats whatever went wrong. */
    void reconnect();

    /** Sends if connected; otherwise forgets, for the outbox remembers. */
    void send(byte[] report);

    /** Whether reports can leave right now. */
    boolean isConnected();

    /** Who hears what arrives. Calls may come on any thread and must return quickly. */
    interface Listener {

        /** Connected and subscribed. */
        void connected();

        /** Something came on the token topic. */
        void tokenArrived(byte[] payload);

        /** Something came on the acknowledgement topic. */
        void ackArrived(byte[] payload);
    }
}
