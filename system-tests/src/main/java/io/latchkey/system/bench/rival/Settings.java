package io.latchkey.system.bench.rival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a rival's process is told by its environment.
 *
 * @param environment variables, among them secrets
 */
record Settings(Map<String, String> environment) {

    boolean isFloor() {
        return get("BENCH_MODE").equals("floor");
    }

    String get(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("the environment has no " + name);
        }
        return value;
    }

    Path path(String name) {
        return Path.of(get(name));
    }

    String topic(String what) {
        return Rivals.topic(get("BENCH_MODE"), what);
    }

    /** Tells whoever started this process that it may be used. */
    void ready(String stage) {
        try {
            Files.writeString(path("BENCH_WORK").resolve(stage + ".ready"), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot say that " + stage + " is ready", e);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Settings";
    }
}
