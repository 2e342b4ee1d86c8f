package io.latchkey.local.server;

import io.latchkey.local.process.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server's folder. */
final class Folder {

    private Folder() {}

    static Member.Preparation made(Path folder) {
        return () -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make the folder " + folder, e);
            }
        };
    }
}
