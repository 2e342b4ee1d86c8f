package io.latchkey.kit.clock;

import io.latchkey.kit.KitConfig;
import io.latchkey.kit.http.Problem;
import io.latchkey.kit.http.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;

/** Shows the business clock of a local stack. Public: it tells the time; elsewhere than on a local stack it is 404. */
@Path("/local/clock")
public class LocalClockResource {

    private final BusinessClock clock;
    private final KitConfig config;

    LocalClockResource(BusinessClock clock, KitConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /**
     * The business time of this service.
     *
     * @return the moment, and how far it is ahead of the system clock
     */
    @GET
    public LocalTime now() {
        if (!config.localClock()) {
            throw new ProblemException(
                    Problem.of(404, "the business clock can be seen and moved on a local stack only"));
        }
        return new LocalTime(clock.now(), clock.offset());
    }

    /**
     * What the clock shows.
     *
     * @param now business time
     * @param offset how far it is ahead of the system clock
     */
    public record LocalTime(Instant now, Duration offset) {}
}
