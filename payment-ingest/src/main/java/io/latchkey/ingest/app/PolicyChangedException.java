package io.latchkey.ingest.app;

import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Policy;

/** A policy was changed under a version that loans may have been signed under. */
public class PolicyChangedException extends RuntimeException {

    PolicyChangedException(PartnerId partner, Policy policy) {
        super("policy '" + policy.name() + "' version " + policy.version() + " of partner '" + partner
                + "' differs from what was published: undo the change, or publish it as version "
                + (policy.version() + 1));
    }
}
