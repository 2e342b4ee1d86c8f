package io.latchkey.ingest.app;

import java.util.List;

/** Policies that are new are harsher than the law of their country; none of what was offered is published. */
public class PolicyRefusedException extends RuntimeException {

    PolicyRefusedException(List<String> lines) {
        super("a policy is harsher than the pack of its jurisdiction; nothing was published:\n  "
                + String.join("\n  ", lines));
    }
}
