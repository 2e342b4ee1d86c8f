package io.latchkey.decision.store;

import io.latchkey.decision.app.Fleet;
import io.latchkey.decision.app.Partitioning;
import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.FeedState;
import io.latchkey.events.PartnerId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What was read of fleets when a docket was opened. */
final class StoredFleet implements Fleet {

    private final Partitioning partitioning;
    private final Map<Part, Instant> feeds;

    StoredFleet(Partitioning partitioning, Map<Part, Instant> feeds) {
        this.partitioning = partitioning;
        this.feeds = Map.copyOf(feeds);
    }

    /** A partner's loans in one partition. */
    record Part(PartnerId partnerId, int partition) {}

    @Override
    public FeedState feed(Contract contract) {
        Part part = new Part(contract.partnerId(), partitioning.of(contract.loanId()));
        return new FeedState(Optional.ofNullable(feeds.get(part)), Optional.empty());
    }

    @Override
    public boolean hasPlace(Contract contract) {
        return true;
    }

    @Override
    public void takePlace(Contract contract) {}
}
