package io.latchkey.gateway.app;

import io.latchkey.gateway.domain.EnrolledKey.Worth;
import io.latchkey.gateway.domain.HandsetName;
import io.latchkey.gateway.domain.HandsetToken;
import io.latchkey.kit.clock.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Hands a handset its newest token. A superseded enrollment is served too, and turns up by asking. */
@ApplicationScoped
public class FetchToken {

    private final HandsetKeys keys;
    private final CarriedTokens carried;
    private final NoticeRivals noticeRivals;
    private final BusinessClock clock;

    /**
     * Wires the use case.
     *
     * @param keys what the enrollment is worth
     * @param carried the newest tokens
     * @param noticeRivals hears of enrollments that a newer one took the place of
     * @param clock tells how long ago that was
     */
    public FetchToken(HandsetKeys keys, CarriedTokens carried, NoticeRivals noticeRivals, BusinessClock clock) {
        this.keys = keys;
        this.carried = carried;
        this.noticeRivals = noticeRivals;
        this.clock = clock;
    }

    /** What a handset gets. */
    public sealed interface Outcome {}

    /**
     * Its token.
     *
     * @param token the newest of its device
     */
    public record Newest(HandsetToken token) implements Outcome {}

    /** Nothing was said to its device yet. */
    public record NoneYet() implements Outcome {}

    /** Its enrollment is not heard any more. */
    public record Ended() implements Outcome {}

    /**
     * Fetches.
     *
     * @param name the enrollment whose certificate asks
     * @return what it gets
     */
    public Uni<Outcome> of(HandsetName name) {
        // Its certificate proves an enrollment that the database may have lost; in doubt it is served.
        return keys.of(List.of(name))
                .map(known -> Optional.ofNullable(known.get(name))
                        .map(key -> key.worth(clock.now()))
                        .orElse(Worth.COUNTS))
                .chain(worth -> switch (worth) {
                    case COUNTS -> newest(name);
                    case SUPERSEDED -> noticeRivals.on(List.of(name)).chain(() -> newest(name));
                    case ENDED -> Uni.createFrom().item(new Ended());
                });
    }

    private Uni<Outcome> newest(HandsetName name) {
        return carried.newest(List.of(name.deviceId()))
                .map(tokens -> tokens.isEmpty() ? new NoneYet() : new Newest(tokens.get(0)));
    }
}
