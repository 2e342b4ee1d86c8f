package io.latchkey.local.mqtt;

import java.util.Optional;

/**
 * One thing that a client may do; what no permission names is denied.
 *
 * @param sharedGroup the only shared subscription group it may use; none means a subscription of its own only
 * @param retained whether what it publishes may be kept by the broker for later subscribers
 */
record Permission(Activity activity, String topicFilter, Optional<String> sharedGroup, boolean retained) {

    /** The two directions of a message, seen from the client. */
    enum Activity {
        PUBLISH,
        SUBSCRIBE
    }

    static Permission publish(String topicFilter) {
        return new Permission(Activity.PUBLISH, topicFilter, Optional.empty(), false);
    }

    static Permission publishRetained(String topicFilter) {
        return new Permission(Activity.PUBLISH, topicFilter, Optional.empty(), true);
    }

    static Permission subscribe(String topicFilter) {
        return new Permission(Activity.SUBSCRIBE, topicFilter, Optional.empty(), false);
    }

    static Permission subscribeShared(String group, String topicFilter) {
        return new Permission(Activity.SUBSCRIBE, topicFilter, Optional.of(group), false);
    }
}
