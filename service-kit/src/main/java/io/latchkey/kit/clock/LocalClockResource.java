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

    private final LocalClockFollower follower;
    private final SystemClock clock;
    private final KitConfig config;

    LocalClockResource(LocalClockFollower follower, SystemClock clock, KitConfig config) {
        this.follower = follower;
        this.clock = clock;
        this.config = config;
    }

    /**
     * The business time of this service, as far as all that follows from the last move is done.
     *
     * @return the moment, and how far it is ahead of the system clock
     */
    @GET
    public LocalTime now() {
        if (!config.localClock()) {
            throw new ProblemException(
                    Problem.of(404, "the business clock can be seen and moved on a local stack only"));
        }
        Duration offset = follower.followed();
        return new LocalTime(clock.now().plus(offset), offset);
    }

    /**
     * What the clock shows.
     *
     * @param now business time
     * @param offset how far it is ahead of the system clock
     */
    public record LocalTime(Instant now, Duration offset) {}
}
