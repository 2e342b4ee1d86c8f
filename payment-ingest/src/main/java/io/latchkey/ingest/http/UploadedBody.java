package io.latchkey.ingest.http;

import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.domain.SpooledBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Writes a request's body to a file of its own, and no more of it than is allowed. */
final class UploadedBody {

    /** So much of what is too large is read and dropped: a sender that still writes would not see an early answer. */
    private static final long PATIENCE = 8L << 20;

    private final HttpServerRequest request;
    private final AsyncFile file;
    private final long limit;
    private final Promise<Boolean> fits = Promise.promise();
    private long seen;

    private UploadedBody(HttpServerRequest request, AsyncFile file, long limit) {
        this.request = request;
        this.file = file;
        this.limit = limit;
    }

    /**
     * The body, which whoever gets it has to close; nothing if it is larger than the limit. Fails with
     * {@link UnavailableException} if it is not all there in time: a sender that dawdles takes another's place.
     */
    static Uni<Optional<SpooledBody>> of(HttpServerRequest request, long limit, Duration patience, Vertx vertx) {
        request.pause();
        FileSystem files = vertx.fileSystem();
        return Uni.createFrom().completionStage(() -> files.createTempFile("latchkey-", ".upload", "rw-------")
                .compose(name -> files.open(name, new OpenOptions().setTruncateExisting(true))
                        .compose(file -> new UploadedBody(request, file, limit).receive(patience, vertx))
                        .compose(fits -> fits
                                ? Future.succeededFuture(Optional.of(new SpooledBody(Path.of(name))))
                                : files.delete(name).map(Optional.<SpooledBody>empty()))
                        .recover(e -> files.delete(name).transform(deleted -> Future.failedFuture(e))))
                .toCompletionStage());
    }

    private Future<Boolean> receive(Duration patience, Vertx vertx) {
        long timer = vertx.setTimer(
                patience.toMillis(),
                over -> fits.tryFail(
                        new UnavailableException("the body did not come within " + patience.toSeconds() + " s")));
        file.exceptionHandler(fits::tryFail);
        request.handler(this::take)
                .endHandler(end -> fits.tryComplete(seen <= limit))
                .exceptionHandler(fits::tryFail)
                .resume();
        return fits.future().onComplete(end -> vertx.cancelTimer(timer)).transform(result -> file.close()
                .transform(closed -> result.succeeded() && closed.failed()
                        ? Future.failedFuture(closed.cause())
                        : result.succeeded()
                                ? Future.succeededFuture(result.result())
                                : Future.failedFuture(result.cause())));
    }

    private void take(Buffer chunk) {
        seen += chunk.length();
        if (seen > limit + PATIENCE) {
            fits.tryComplete(false);
        } else if (seen <= limit && !fits.future().isComplete()) {
            file.write(chunk).onFailure(fits::tryFail);
            if (file.writeQueueFull()) {
                request.pause();
                file.drainHandler(drained -> request.resume());
            }
        }
    }
}
