package io.latchkey.agent.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A file of which the last whole line counts. A record costs one write at the end, and one force where it must outlast a
 * power cut; replacing the file takes two forces and six times the processor.
 *
 * <p><b>Shape:</b> lines of a CRC-32 in hexadecimal, a blank, and a record without line breaks. Each is written with
 * a line break on both sides, so that half of one, which a crash may leave, spoils neither the one before nor the next.
 */
final class Journal {

    /** When the next line would make the file longer, it begins anew with that line alone. */
    static final int LONGEST_BYTES = 32 * 1024;

    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** The record added last, or nothing before the first. */
    Optional<String> last() throws IOException {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        String[] lines = text.split("\n", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            if (isWhole(lines[i])) {
                return Optional.of(lines[i].substring(lines[i].indexOf('{')));
            }
        }
        throw new IOException("there is no whole record in it");
    }

    /** Adds a record, and returns once it is safe from a power cut. */
    void add(String record) throws IOException {
        add(record, true);
    }

    /** Adds a record and leaves it to the system when it reaches the disk: with the next forced one at the latest. */
    void addUnforced(String record) throws IOException {
        add(record, false);
    }

    private void add(String record, boolean forced) throws IOException {
        byte[] line = ('\n' + checksum(record) + ' ' + record + '\n').getBytes(StandardCharsets.UTF_8);
        long length = file.toFile().length();
        if (length == 0 || length + line.length > LONGEST_BYTES) {
            // The first too: so a file that is there holds a record, and one without is damaged.
            DurableFile.replace(file, line);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (forced) {
                channel.force(false);
            }
        }
    }

    /** Before there were checksums the file was one record, replaced as a whole. */
    private static boolean isWhole(String line) {
        int start = line.indexOf('{');
        return start == 0 || (start > 0 && line.startsWith(checksum(line.substring(start)) + " {"));
    }

    private static String checksum(String record) {
        CRC32 crc = new CRC32();
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        crc.update(bytes, 0, bytes.length);
        return Long.toHexString(crc.getValue());
    }
}
