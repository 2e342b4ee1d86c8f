package io.latchkey.ingest.http;

import io.latchkey.ingest.domain.RawBody;
import io.latchkey.ingest.domain.SignedRequest;
import io.latchkey.kit.trace.TraceParent;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A webhook as it came, with its arrival; headers are looked up without regard to case. */
record RawWebhook(MultiMap headers, RawBody body, Instant arrivedAt) {

    boolean claimsJson() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter("application/json"::equals)
                .isPresent();
    }

    SignedRequest signed() {
        return new SignedRequest(header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"), body);
    }

    String traceparent() {
        return header("traceparent").map(TraceParent::childOf).orElseGet(TraceParent::root);
    }

    /** Several headers of one name say the same as one with all values. */
    private Optional<String> header(String name) {
        return Optional.of(String.join(" ", headers.getAll(name))).filter(value -> !value.isBlank());
    }
}
