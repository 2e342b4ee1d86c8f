package io.latchkey.ingest.app;

import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;
import java.util.List;

/** What became of a policy that somebody wants to publish. */
public sealed interface Publication {

    /**
     * It is a new version, and everyone can know it.
     *
     * @param policy with its version
     */
    record Published(Policy policy) implements Publication {}

    /**
     * The newest version says the same.
     *
     * @param policy that version
     */
    record Unchanged(Policy policy) implements Publication {}

    /**
     * It is faulty or harsher than the law; nothing was published.
     *
     * @param faults all of them
     */
    record Refused(List<PolicyFault> faults) implements Publication {

        /** Copies the list. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
