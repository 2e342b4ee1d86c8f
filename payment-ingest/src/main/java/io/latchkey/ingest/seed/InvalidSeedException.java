package io.latchkey.ingest.seed;

import java.nio.file.Path;

/** The partners' file cannot be used; the message names the file, the place and the remedy. */
class InvalidSeedException extends RuntimeException {

    InvalidSeedException(Path file, String complaint) {
        super(source(file) + ": " + complaint);
    }

    /** Names the file by the setting that named it. */
    static String source(Path file) {
        return "latchkey.partners-file " + file;
    }
}
