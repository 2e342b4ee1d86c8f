package io.latchkey.system.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;

/** The clock that a local stack lets its user move. */
public final class BusinessClockClient {

    private final URI clock;

    /**
     * The clock of a stack.
     *
     * @param stack the stack
     */
    public BusinessClockClient(RunningStack stack) {
        clock = stack.decision().resolve("/local/clock");
    }

    /**
     * Reads it.
     *
     * @return business time
     */
    public Instant now() {
        return Instant.parse(Http.send(HttpRequest.newBuilder(clock).GET())
                .demand(200)
                .body()
                .path("now")
                .asText());
    }

    /**
     * Walks it forward; returns when all that fell due is decided.
     *
     * @param then a later moment
     */
    public void walkTo(Instant then) {
        Http.send(HttpRequest.newBuilder(clock)
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"now\":\"" + then + "\"}")))
                .demand(200);
    }
}
