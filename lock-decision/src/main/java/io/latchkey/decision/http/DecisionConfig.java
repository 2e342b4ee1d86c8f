package io.latchkey.decision.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Settings of this service's rim. */
@ConfigMapping(prefix = "latchkey")
public interface DecisionConfig {

    /**
     * The services that must show a new business time before a walk of the local clock goes on.
     *
     * @return base URLs, comma separated; a service that runs several times names its instances in one entry, separated by
     *     {@code |}, and then it is enough that those follow which are there. None outside a local stack
     */
    Optional<List<String>> clockFollowers();

    /**
     * Whether the business clock may be moved. Never set where real loans are.
     *
     * @return true on a local stack
     */
    @WithDefault("false")
    boolean localClock();
}
