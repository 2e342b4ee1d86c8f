package io.latchkey.decision.app;

import io.latchkey.kit.kafka.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What follows a commit at once: publication, and a word to operators. */
@ApplicationScoped
class Aftermath {

    private final Relay relay;
    private final Chronicle chronicle;

    Aftermath(Relay relay, Chronicle chronicle) {
        this.relay = relay;
        this.chronicle = chronicle;
    }

    void of(List<OutgoingEvent> committed) {
        relay.handOver(committed);
        chronicle.note(committed);
    }
}
