package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.FeedState;
import java.time.Instant;
import java.util.Optional;

/** A fleet whose feed is complete and whose cap is far away. */
final class WholeFleet implements Fleet {

    @Override
    public FeedState feed(Contract contract) {
        return new FeedState(Optional.of(Instant.MAX), Optional.empty());
    }

    @Override
    public boolean hasPlace(Contract contract) {
        return true;
    }

    @Override
    public void takePlace(Contract contract) {}
}
