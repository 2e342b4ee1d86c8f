package io.latchkey.system.demo;

import io.latchkey.system.story.Narrator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a story on a terminal. */
final class Terminal implements Narrator {

    private static final double NANOS_PER_MILLI = 1e6;

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    @Override
    public void doing(String what) {
        out.printf("       %s%n", what);
    }

    @Override
    public void step(Step step) {
        out.printf("  %s %s  %s%n", step.ok() ? "ok  " : "FAIL", time(step), step.what());
        out.printf("                   expected  %s%n", step.expected());
        out.printf("                   read      %s%n", step.read());
    }

    private static String time(Step step) {
        return step.latency().map(Terminal::millis).orElse("          -");
    }

    private static String millis(Duration latency) {
        return String.format(Locale.ROOT, "%8.1f ms", latency.toNanos() / NANOS_PER_MILLI);
    }
}
