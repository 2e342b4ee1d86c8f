package io.latchkey.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a jar, run by the same JDK that runs the launcher. */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * Builds the command.
     *
     * @param heapMegabytes the most heap it may take
     * @param options further options of the virtual machine
     */
    public static List<String> of(Path jar, int heapMegabytes, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        Stream.of(arguments).forEach(command::add);
        return command;
    }

    /**
     * Options for what is started often: the first run leaves its loaded classes beside the jar, and every later start
     * maps them.
     */
    public static List<String> archivedClasses(Path jar) {
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + jar + ".jsa");
    }
}
