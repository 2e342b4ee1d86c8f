package io.latchkey.gateway.domain;

import io.latchkey.events.DeviceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of two tokens for a device the one with the higher revision stands, in whatever order they came. */
public final class NewestTokens {

    private NewestTokens() {}

    /**
     * The newest token of each device.
     *
     * @param tokens in the order of their topic
     * @return one a device; of equal revisions the later one
     */
    public static List<HandsetToken> of(Collection<HandsetToken> tokens) {
        Map<DeviceId, HandsetToken> newest = new LinkedHashMap<>();
        for (HandsetToken token : tokens) {
            newest.merge(token.deviceId(), token, (held, next) -> next.revision() >= held.revision() ? next : held);
        }
        return List.copyOf(newest.values());
    }

    /**
     * The tokens to publish. An equal revision goes out again, because what was noted may have been lost at the broker.
     *
     * @param newest one token a device
     * @param noted the highest revision that the broker has confirmed, by device
     * @return those that are not lower
     */
    public static List<HandsetToken> due(List<HandsetToken> newest, Map<DeviceId, Long> noted) {
        return newest.stream()
                .filter(token -> token.revision() >= noted.getOrDefault(token.deviceId(), 0L))
                .toList();
    }
}
