package io.latchkey.local.stack;

import io.latchkey.local.Broker;
import io.latchkey.local.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one folder that holds all data of the local stack.
 *
 * @param path its place
 */
public record DataFolder(Path path) {

    private static final String INSTANCES = "instances";
    private static final String BROKER = "mqtt-broker";
    private static final String MARK = ".latchkey-data";

    /**
     * Makes it and marks it as ours.
     *
     * @throws StackException if it holds something else: a later wipe would remove that
     */
    public void make() {
        if (isOurs()) {
            return;
        }
        if (!isEmpty()) {
            throw new StackException(path + " holds something that is not a local stack's data. "
                    + "Name another folder in LATCHKEY_DATA.");
        }
        try {
            Files.createDirectories(path);
            Files.writeString(
                    path.resolve(MARK), "The data of a local Latchkey stack; deploy/down --wipe removes it.\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + path, e);
        }
    }

    /** Whether it was made by {@link #make()}. */
    public boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARK));
    }

    private boolean isEmpty() {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + path, e);
        }
    }

    /** A folder or file in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** How many instances of each service were started last; 1 until somebody says otherwise. */
    public int instances() {
        Path file = path.resolve(INSTANCES);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
        } catch (IOException | NumberFormatException e) {
            throw unreadable(file);
        }
    }

    /** Remembers how many instances of each service there are. */
    public void rememberInstances(int instances) {
        write(INSTANCES, Integer.toString(instances));
    }

    /** Which MQTT broker the stack was last told to have; {@link Broker#HIVEMQ} until somebody says otherwise. */
    public Broker broker() {
        Path file = path.resolve(BROKER);
        try {
            return Files.exists(file)
                    ? Broker.of(Files.readString(file).strip()).orElseThrow(() -> unreadable(file))
                    : Broker.HIVEMQ;
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    /**
     * Remembers which MQTT broker the stack has.
     *
     * @throws StackException if another one runs
     */
    public void rememberBroker(Broker broker) {
        if (broker != broker() && pidFile("mqtt").running().isPresent()) {
            throw new StackException("The stack runs with the MQTT broker " + broker().word()
                    + ", which is not changed under it. Stop it first: deploy/down, then deploy/up --mqtt "
                    + broker.word());
        }
        write(BROKER, broker.word());
    }

    private static StackException unreadable(Path file) {
        return new StackException(file + " cannot be read; remove it");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + path, e);
        }
    }

    /** Where a process writes its output. */
    public Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    /** Which process was started under that name. */
    public PidFile pidFile(String process) {
        return new PidFile(path.resolve("run").resolve(process + ".pid"));
    }

    /**
     * Removes the folder and all in it.
     *
     * @throws StackException if it does not bear our mark
     */
    public void wipe() {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!isOurs()) {
            throw new StackException(path + " does not look like a data folder of Latchkey (no file " + MARK
                    + " in it), so it was not removed.");
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }
}
