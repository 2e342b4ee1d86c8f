package io.latchkey.decision.app;

import jakarta.enterprise.context.ApplicationScoped;

/** What follows a commit at once: publication, and a word to operators. */
@ApplicationScoped
class Aftermath {

    private final Relay relay;
    private final Chronicle chronicle;

    Aftermath(Relay relay, Chronicle chronicle) {
        this.relay = relay;
        this.chronicle = chronicle;
    }

    void of(Commitment committed) {
        relay.handOver(committed);
        chronicle.note(committed.events());
    }
}
