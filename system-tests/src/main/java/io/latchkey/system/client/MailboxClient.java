package io.latchkey.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/** The borrowers' mail, as the local stack's catcher holds it. */
public final class MailboxClient {

    private final URI messages;

    /**
     * The mailbox of a stack.
     *
     * @param stack the stack
     */
    public MailboxClient(RunningStack stack) {
        messages = stack.mail().resolve("/messages");
    }

    /**
     * The subjects of all letters to an address.
     *
     * @param address the address
     * @return subjects, the oldest letter's first
     */
    public List<String> subjectsFor(String address) {
        JsonNode all =
                Http.send(HttpRequest.newBuilder(messages).GET()).demand(200).body();
        return all.valueStream()
                .filter(letter -> letter.path("to").toString().contains(address))
                .map(letter -> letter.path("subject").asText())
                .toList()
                .reversed();
    }
}
