package io.latchkey.local.containers;

import java.util.Optional;
import java.util.function.Supplier;

/** Where the servers come from, and why. */
sealed interface Choice {

    /** Processes of this machine. */
    record Embedded(String because) implements Choice {}

    /** A Docker API. */
    record Containers() implements Choice {}

    /**
     * Chooses.
     *
     * @param asked {@code auto}, {@code containers} or {@code embedded}
     * @param absence why no Docker API can be used, or empty if one can; asked only if it matters
     * @throws IllegalStateException if containers are demanded and cannot be had
     */
    static Choice of(String asked, Supplier<Optional<String>> absence) {
        return switch (asked) {
            case "embedded" -> new Embedded(Setting.SERVERS.variable() + "=embedded");
            case "auto" -> absence.get().<Choice>map(Embedded::new).orElseGet(Containers::new);
            case "containers" -> {
                absence.get().ifPresent(why -> {
                    throw new IllegalStateException(Setting.SERVERS.variable() + "=containers, but " + why);
                });
                yield new Containers();
            }
            default ->
                throw new IllegalArgumentException(
                        Setting.SERVERS.variable() + " must be auto, containers or embedded but was '" + asked + "'");
        };
    }
}
