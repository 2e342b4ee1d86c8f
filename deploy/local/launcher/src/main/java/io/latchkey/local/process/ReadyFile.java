package io.latchkey.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file into which a server writes its process id when it is ready.
 *
 * <p>The id tells a file of this run from one that a crash left behind.
 */
public record ReadyFile(Path path) implements Member.Readiness {

    @Override
    public boolean isReady(long pid) {
        try {
            return Files.readString(path).equals(Long.toString(pid));
        } catch (IOException notYet) {
            return false;
        }
    }
}
