package io.latchkey.ingest.seed;

import java.nio.file.Path;

/** The partners' file cannot be used; the message names the file, the place and the remedy. */
class InvalidSeedException extends RuntimeException {

    InvalidSeedException(Path file, String complaint) {
        super("latchkey.partners-file " + file + ": " + complaint);
    }
}
