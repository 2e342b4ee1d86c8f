package io.latchkey.ingest.http;

import io.latchkey.ingest.domain.SignedContent;
import io.latchkey.ingest.domain.SignedRequest;
import io.latchkey.kit.trace.TraceParent;
import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Optional;

/** The headers of a request as they came, looked up without regard to case. */
record WebhookHeaders(MultiMap headers) {

    /** The media type without its parameters, in small letters; empty if there is none. */
    String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    SignedRequest signed(SignedContent body) {
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
