package io.latchkey.system.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that a run came to.
 *
 * @param startedAt the system clock
 * @param cores of this machine
 * @param java the release that ran all of it
 * @param plan what was asked for
 * @param ways figures by name, ours and the rivals
 * @param unlock a locked handset freed by its payment
 * @param engine what was measured of the overdue engine
 * @param signatures a second and core, by who computes
 */
record Results(
        Instant startedAt,
        int cores,
        String java,
        Plan plan,
        Map<String, Figures> ways,
        Optional<Figures.Window> unlock,
        Optional<EngineFigures> engine,
        Map<String, Double> signatures) {

    Results {
        ways = new TreeMap<>(ways);
        signatures = new TreeMap<>(signatures);
    }

    Optional<Figures> way(String name) {
        return Optional.ofNullable(ways.get(name));
    }

    /** Writes all of it as JSON. */
    void writeTo(Path file) {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .registerModule(new com.fasterxml.jackson.datatype.jdk8.Jdk8Module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            json.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
