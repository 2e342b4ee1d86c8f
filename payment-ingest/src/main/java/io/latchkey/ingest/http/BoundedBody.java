package io.latchkey.ingest.http;

import io.latchkey.ingest.domain.RawBody;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Reads a request's body and keeps no more of it than is allowed. */
final class BoundedBody {

    /** So much of what is too large is read and dropped: a sender that still writes would not see an early answer. */
    private static final long PATIENCE = 8L << 20;

    private final int limit;
    private final UniEmitter<? super Optional<RawBody>> result;
    private Buffer kept = Buffer.buffer();
    private long seen;
    private boolean over;

    private BoundedBody(int limit, UniEmitter<? super Optional<RawBody>> result) {
        this.limit = limit;
        this.result = result;
    }

    /** The body, or nothing if it is larger than the limit. */
    static Uni<Optional<RawBody>> of(HttpServerRequest request, int limit) {
        return Uni.createFrom().emitter(emitter -> {
            BoundedBody body = new BoundedBody(limit, emitter);
            emitter.onTermination(body::forget);
            request.handler(body::take)
                    .endHandler(end -> body.finish())
                    .exceptionHandler(emitter::fail)
                    .resume();
        });
    }

    private void take(Buffer chunk) {
        seen += chunk.length();
        if (over) {
            return;
        }
        if (seen <= limit) {
            kept.appendBuffer(chunk);
        } else {
            kept = Buffer.buffer();
        }
        if (seen > PATIENCE) {
            result.complete(Optional.empty());
        }
    }

    /** Nobody waits any more; whoever goes on sending fills nothing. */
    private void forget() {
        over = true;
        kept = Buffer.buffer();
    }

    private void finish() {
        result.complete(seen > limit ? Optional.empty() : Optional.of(new RawBody(kept.getBytes())));
    }
}
