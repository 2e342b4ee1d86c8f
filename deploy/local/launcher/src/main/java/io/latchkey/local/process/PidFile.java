package io.latchkey.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which process was started, by its id and its start: after a crash or a reboot the same id may be a
 * stranger's, which must never be taken for ours, let alone be ended.
 */
public record PidFile(Path path) {

    /** Notes a process that was just started. */
    public void write(ProcessHandle process) {
        String start = ProcessTable.startOf(process.pid()).orElse("gone");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, process.pid() + " " + start + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** The process noted, if it still is the one that runs under that id. */
    public Optional<ProcessHandle> running() {
        try {
            List<String> noted = List.of(Files.readString(path).strip().split(" ", -1));
            long pid = Long.parseLong(noted.get(0));
            boolean ours = noted.size() == 2
                    && ProcessTable.startOf(pid).filter(noted.get(1)::equals).isPresent();
            return ours ? ProcessHandle.of(pid).filter(ProcessTable::lives) : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
