package io.latchkey.system.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service of the stack, as the launcher started it: what {@code /proc/<pid>} says (proc(5)) is enough to start it once more,
 * without the others.
 *
 * @param command program and arguments
 * @param environment its variables, among them secrets
 * @param log where it writes
 */
record ServiceAgain(List<String> command, Map<String, String> environment, Path log) {

    /** The local stack shares two cores among a dozen processes that were just started; here one is to be warm. */
    private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    static ServiceAgain of(long pid, Path log) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String variable : strings(pid, "environ")) {
            int at = variable.indexOf('=');
            if (at > 0) {
                environment.put(variable.substring(0, at), variable.substring(at + 1));
            }
        }
        List<String> command = strings(pid, "cmdline").stream()
                .filter(word -> !word.equals(QUICK_COMPILER_ONLY))
                .toList();
        return new ServiceAgain(command, environment, log);
    }

    private static List<String> strings(long pid, String file) throws IOException {
        String all = new String(Files.readAllBytes(Path.of("/proc", Long.toString(pid), file)), UTF_8);
        return List.of(all.split("\0", -1)).stream()
                .filter(one -> !one.isEmpty())
                .toList();
    }

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ServiceAgain";
    }
}
