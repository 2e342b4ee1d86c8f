package io.latchkey.decision.app;

import io.latchkey.decision.domain.Contract;
import io.latchkey.decision.domain.FeedState;

/** What is known of a partner's whole fleet while loans of it are decided. */
public interface Fleet {

    /**
     * How complete the partner's payments are.
     *
     * @param contract one of the fleet
     * @return the state of the feed in that loan's partition
     */
    FeedState feed(Contract contract);

    /**
     * Tells whether the partner's cap leaves a place.
     *
     * @param contract one of the fleet
     * @return false if the place must be waited for
     */
    boolean hasPlace(Contract contract);

    /**
     * Uses a place.
     *
     * @param contract the loan that something was taken by
     */
    void takePlace(Contract contract);
}
