package io.latchkey.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log, for a message to the user. */
public final class LogTail {

    private static final int LINES = 20;
    private static final int BYTES = 32 * 1024;

    private LogTail() {}

    /** At most twenty lines, indented; a sentence if there is nothing. */
    public static String of(Path log) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - BYTES));
            var buffer = java.nio.ByteBuffer.allocate(BYTES);
            channel.read(buffer);
            return lastLines(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return "    (no log)";
        }
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return lines.isEmpty()
                ? "    (the log is empty)"
                : lines.stream()
                        .skip(Math.max(0, lines.size() - LINES))
                        .map(line -> "    " + line)
                        .collect(Collectors.joining("\n"));
    }
}
