package io.latchkey.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small file system in the place of a server's folder: what lies there can run out of space. The server must be down
 * while its folder moves. Whoever uses it must be allowed to mount.
 */
record SmallDisk(Path folder) {

    private static final int SPARE_MEBIBYTES = 48;
    private static final int BLOCK = 64 * 1024;

    /** Whether this machine lets us mount. */
    static boolean isPossible(Path folder) {
        try {
            Path place = Files.createTempDirectory(folder, "mount");
            boolean possible = tries(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place.toString()))
                    && tries(List.of("umount", place.toString()));
            Files.delete(place);
            return possible;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot try to mount in " + folder, e);
        }
    }

    /** Moves the folder onto a file system that has a little space more than it needs. */
    void moveIn() {
        long needed = Long.parseLong(demand("du", "-sm", folder.toString()).split("\\s", 2)[0]);
        demand("cp", "-a", folder.toString(), kept().toString());
        demand("mount", "-t", "tmpfs", "-o", "size=" + (needed + SPARE_MEBIBYTES) + "m", "tmpfs", folder.toString());
        demand("cp", "-a", kept() + "/.", folder.toString());
        demand("rm", "-r", kept().toString());
    }

    /** Takes all the space that is left. */
    void fill() {
        byte[] block = new byte[BLOCK];
        try (OutputStream file = Files.newOutputStream(ballast())) {
            while (true) {
                file.write(block);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw new UncheckedIOException("cannot fill " + folder, full);
            }
        }
    }

    /** Gives the space back. */
    void clear() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }

    /** Moves the folder back to where it was. */
    void moveOut() {
        demand("cp", "-a", folder.toString(), kept().toString());
        demand("umount", folder.toString());
        demand("rm", "-r", folder.toString());
        demand("mv", kept().toString(), folder.toString());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private Path kept() {
        return folder.resolveSibling(folder.getFileName() + ".kept");
    }

    private static String demand(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean tries(List<String> command) {
        try {
            demand(command.toArray(String[]::new));
            return true;
        } catch (IllegalStateException | UncheckedIOException notAllowed) {
            return false;
        }
    }
}
