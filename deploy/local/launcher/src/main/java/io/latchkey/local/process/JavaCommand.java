package io.latchkey.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of a jar, run by the same JDK that runs the launcher. */
public final class JavaCommand {

    /** Names further options for every Java process of a stack, parted by blanks; the last word is theirs. */
    static final String OPTIONS_VARIABLE = "LATCHKEY_JVM_OPTIONS";

    /**
     * The optimizing compiler works in the minutes after a start, and on two cores it took up to half of all there is:
     * nobody who paid shall wait for it. It gets what the others leave.
     */
    private static final List<String> COMPILER_STANDS_BACK =
            List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=10");

    /**
     * Keeps to the quick compiler: warm within seconds and never busy with itself, at the price of slower code. On two cores
     * that all servers share it is by far the better bargain for a process that mostly waits for them.
     */
    public static final String WARM_AT_ONCE = "-XX:TieredStopAtLevel=1";

    private JavaCommand() {}

    /**
     * Builds the command. The first run leaves its loaded classes beside the jar when it ends, and every later start
     * maps them: that halves the work of a start. A jar that has changed since is noticed, and its classes are left
     * anew.
     *
     * @param heapMegabytes the most heap it may take
     * @param options further options of the virtual machine
     */
    public static List<String> of(Path jar, int heapMegabytes, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.addAll(COMPILER_STANDS_BACK);
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + jar + ".jsa"));
        // Without an archive there is nothing to say: it is made, or whoever switched that off knows.
        command.add("-Xlog:cds=off,cds+dynamic=off");
        command.addAll(options);
        command.addAll(ofUser(System.getenv().getOrDefault(OPTIONS_VARIABLE, "")));
        command.add("-jar");
        command.add(jar.toString());
        Stream.of(arguments).forEach(command::add);
        return command;
    }

    static List<String> ofUser(String options) {
        return Stream.of(options.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
