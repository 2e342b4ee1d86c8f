package io.latchkey.gateway.app;

import io.latchkey.events.DeviceId;
import io.latchkey.gateway.domain.HandsetToken;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The newest token of each device that the broker has confirmed. */
public interface CarriedTokens {

    /**
     * The noted revisions.
     *
     * @param devices any devices
     * @return revisions of those that have a token
     */
    Uni<Map<DeviceId, Long>> revisions(Collection<DeviceId> devices);

    /**
     * Notes tokens; a lower revision than the noted one changes nothing.
     *
     * @param tokens one a device
     * @return completes after the commit
     */
    Uni<Void> note(List<HandsetToken> tokens);

    /**
     * The newest tokens.
     *
     * @param devices any devices
     * @return tokens of those that have one
     */
    Uni<List<HandsetToken>> newest(Collection<DeviceId> devices);
}
