package io.latchkey.events.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A sign that somebody works against the agent on a handset. */
public enum TamperSignal {
    /** Another SIM card than the one it was enrolled with. */
    SIM_CHANGE,
    /** The system was opened: root, or an unlocked boot loader. */
    ROOT,
    /** The handset was reset. */
    WIPE,
    /** Two handsets claim to be one. */
    CLONE;

    /**
     * The name in JSON.
     *
     * @return kebab-case, for example {@code sim-change}
     */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The signal of a JSON name.
     *
     * @param wireName kebab-case
     * @return the signal
     * @throws IllegalArgumentException if there is none of that name
     */
    @JsonCreator
    public static TamperSignal of(String wireName) {
        return known(wireName)
                .orElseThrow(() -> new IllegalArgumentException("no tamper signal is named '" + wireName + "'"));
    }

    /**
     * The signal of a name that may be of a newer version.
     *
     * @param wireName kebab-case
     * @return the signal, or nothing if this version knows none of that name
     */
    public static Optional<TamperSignal> known(String wireName) {
        return Stream.of(values())
                .filter(signal -> signal.wireName().equals(wireName))
                .findFirst();
    }
}
