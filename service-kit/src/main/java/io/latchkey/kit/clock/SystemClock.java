package io.latchkey.kit.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The machine's clock: webhook timestamps, sessions, retries and everything measured. */
@ApplicationScoped
public class SystemClock {

    /**
     * The moment.
     *
     * @return system time
     */
    public Instant now() {
        return Instant.now();
    }
}
