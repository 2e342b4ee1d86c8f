package io.latchkey.ingest.app;

/** Something of a partner was reserved and is not known to be in Kafka: only its sender can close that gap. */
public class FeedGapException extends UnavailableException {

    FeedGapException() {
        super("an earlier event of yours is not in Kafka yet: send that one again first");
    }
}
