package io.latchkey.system.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Measures the path from a webhook to a handset's stored apply; {@code deploy/bench} calls it. */
public final class Bench {

    private Bench() {}

    /**
     * Measures.
     *
     * @param arguments the checkout, then options as {@code deploy/bench --help} lists them
     * @throws Exception if something that takes part fails; nothing is reported then
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try {
            Plan plan = Plan.of(List.of(arguments).subList(1, arguments.length));
            Results results = new Run(root, plan, new Progress(out, "bench"), startedAt).all();
            Path file =
                    root.resolve("target/bench/bench-" + startedAt.toString().replace(":", "") + ".json");
            results.writeTo(file);
            out.println();
            Table.of(results).forEach(out::println);
            out.println();
            out.println("All figures: " + file);
        } catch (Plan.MisusedException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }
}
