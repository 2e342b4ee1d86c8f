package io.latchkey.local.server;

import io.latchkey.local.process.Poll;
import io.latchkey.local.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The data folder of PostgreSQL, made on first start. */
final class PostgresData {

    private final Path binaries;
    private final Path parent;
    private final String password;

    PostgresData(Path binaries, Path parent, String password) {
        this.binaries = binaries;
        this.parent = parent.toAbsolutePath();
        this.password = password;
    }

    Path folder() {
        return parent.resolve("data");
    }

    void prepare() {
        PostgresBinaries.unpack(binaries);
        if (!Files.isDirectory(folder())) {
            initialize();
        }
        // After kill -9 the server's children need a moment to notice, and hold its shared memory until then.
        Poll.until(Duration.ofSeconds(10), () -> !ProcessTable.anyWorksIn(folder()));
        removeLockOfTheDead();
    }

    /**
     * A killed server that its parent has not collected yet still has an id, and PostgreSQL would take it for running. Its
     * lock file goes only if that process has no life and nobody works in the folder.
     */
    private void removeLockOfTheDead() {
        Path lock = folder().resolve("postmaster.pid");
        try {
            if (Files.exists(lock) && !ProcessTable.anyWorksIn(folder()) && !lives(Files.readAllLines(lock))) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look after " + lock, e);
        }
    }

    /** The lock's first line is the server's id; one without it is left for PostgreSQL to judge. */
    private static boolean lives(List<String> lock) {
        try {
            return ProcessHandle.of(Long.parseLong(lock.getFirst().strip()))
                    .filter(ProcessTable::lives)
                    .isPresent();
        } catch (NumberFormatException | NoSuchElementException e) {
            return true;
        }
    }

    /** Into a folder beside it that is renamed at the end: a half-made one is never taken for data. */
    private void initialize() {
        try {
            Files.createDirectories(parent);
            Path unfinished = Files.createTempDirectory(parent, "new-");
            Path passwordFile = Files.createTempFile(parent, "password-", "");
            Files.writeString(passwordFile, password);
            run(initdb(unfinished, passwordFile));
            Files.delete(passwordFile);
            Files.move(unfinished, folder());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make PostgreSQL's data folder in " + parent, e);
        }
    }

    private List<String> initdb(Path target, Path passwordFile) {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(binaries.resolve("bin/initdb").toString());
        command.addAll(List.of("-D", target.toString(), "-U", Databases.ADMINISTRATOR));
        command.addAll(List.of("--pwfile", passwordFile.toString(), "--auth", "scram-sha-256"));
        command.addAll(List.of("--encoding", "UTF8", "--locale", "C", "--no-instructions"));
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("initdb failed:\n" + output);
        }
    }
}
