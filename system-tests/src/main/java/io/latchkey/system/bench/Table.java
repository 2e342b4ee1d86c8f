package io.latchkey.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Draws results for a terminal: ours, the floor, the plain way, and how they compare. */
final class Table {

    private static final String LINE = "%-34s %14s %14s %14s %12s %12s %22s";
    private static final String NOTHING = "-";

    private final Results results;
    private final List<String> lines = new ArrayList<>();

    private Table(Results results) {
        this.results = results;
    }

    static List<String> of(Results results) {
        Table table = new Table(results);
        table.draw();
        return table.lines;
    }

    private void draw() {
        results.engine().ifPresent(this::engine);
        if (results.ways().isEmpty() && results.signatures().isEmpty()) {
            return;
        }
        line("", "ours", "floor", "plain", "ours/floor", "ours/plain", "reference floor; plain");
        latencies("cold, " + Plan.RATES.getFirst() + "/s", Figures::cold, NOTHING, NOTHING);
        latencies("200/s", figures -> window(figures, 200), "4.2; 5.3", "12.5; 17");
        latencies("1,000/s", figures -> window(figures, 1_000), "17; behind", "77; behind");
        row("highest rate held, /s", figures -> (double) figures.highest(), "%.0f", "2069; 358");
        row("CPU ms a payment, 200/s", figures -> window(figures, 200).cpuTotal(), "%.2f", "5.7; 6.8");
        row("CPU ms a payment, 1,000/s", figures -> window(figures, 1_000).cpuTotal(), "%.2f", "1.8; -");
        row("CPU ms a payment, highest rate", figures -> figures.saturated().cpuTotal(), "%.2f", "0.84; 4.7");
        lines.add("");
        results.unlock()
                .ifPresent(unlock -> lines.add(text(
                        "A locked handset freed by its payment, %d/s: p50 %.1f ms, p99 %.1f ms, max %.0f ms",
                        Plan.UNLOCK_RATE, unlock.p50(), unlock.p99(), unlock.max())));
        results.ways().forEach(this::processes);
        results.signatures()
                .forEach((who, rate) -> lines.add(text("ES256 signatures a second and core, %s: %.0f", who, rate)));
        lines.add(
                "Latencies run from the moment that a payment was meant to be sent to the handset's own stored apply.");
        lines.add("References were measured earlier on a 2-core machine, over plain TCP to another broker.");
        plainIsFair();
    }

    private void engine(EngineFigures engine) {
        lines.add(text("%,d due loans, each locked, among", engine.due()));
        double least = engine.turns().values().iterator().next();
        engine.turns()
                .forEach((loans, seconds) -> lines.add(text(
                        "  %,12d loans: %.1f s, %.2f times the first (aim 1.3)", loans, seconds, seconds / least)));
        lines.add(text(
                "A locked handset freed by its payment, %d/s: p50 %.1f ms, p99 %.1f ms, max %.0f ms",
                Plan.UNLOCK_RATE,
                engine.idle().p50(),
                engine.idle().p99(),
                engine.idle().max()));
        lines.add(text(
                "  while %,d others are due (%,d had their turn): p50 %.1f ms, p99 %.1f ms, max %.0f ms; p99 %.2f times idle (aim 2)",
                results.plan().engine().crowd(),
                engine.judgedMeanwhile(),
                engine.busy().p50(),
                engine.busy().p99(),
                engine.busy().max(),
                engine.busy().p99() / engine.idle().p99()));
        lines.add(text(
                "Payments decided, committed and published by one instance: %.0f/s; the plain way, not published: %.0f/s; %.2f times (aim 5)",
                engine.decided(), engine.plain(), engine.decided() / engine.plain()));
        lines.add("Reference of the plain way's kind: 10,000 single-row transactions/s on eight connections.");
        lines.add("");
    }

    private static Figures.Window window(Figures figures, int rate) {
        return Optional.ofNullable(figures.at().get(rate)).orElseThrow();
    }

    private void latencies(String what, Function<Figures, Figures.Window> window, String p50, String p99) {
        row(what + ", p50 ms", figures -> latency(window.apply(figures), Figures.Window::p50), "%.1f", p50);
        row(what + ", p99 ms", figures -> latency(window.apply(figures), Figures.Window::p99), "%.1f", p99);
        row(what + ", max ms", figures -> latency(window.apply(figures), Figures.Window::max), "%.0f", NOTHING);
    }

    /** A queue that grows has no latency. */
    private static double latency(Figures.Window window, Function<Figures.Window, Double> value) {
        return window.fellBehind() ? Double.POSITIVE_INFINITY : value.apply(window);
    }

    private void row(String what, Function<Figures, Double> value, String format, String reference) {
        Optional<Double> ours = results.way("ours").map(value);
        Optional<Double> floor = results.way("floor").map(value);
        Optional<Double> plain = results.way("plain").map(value);
        line(
                what,
                cell(ours, format),
                cell(floor, format),
                cell(plain, format),
                ratio(ours, floor),
                ratio(ours, plain),
                reference);
    }

    private static String cell(Optional<Double> value, String format) {
        return value.map(number -> number.isInfinite() ? "behind" : text(format, number))
                .orElse(NOTHING);
    }

    private static String ratio(Optional<Double> ours, Optional<Double> other) {
        return ours.filter(Double::isFinite)
                .flatMap(mine -> other.filter(theirs -> Double.isFinite(theirs) && theirs > 0)
                        .map(theirs -> text("%.2f", mine / theirs)))
                .orElse(NOTHING);
    }

    private void processes(String way, Figures figures) {
        StringBuilder cpu = new StringBuilder();
        for (Map.Entry<String, Double> one : window(figures, 200).cpu().entrySet()) {
            cpu.append(text(" %s %.2f", one.getKey(), one.getValue()));
        }
        lines.add("CPU ms a payment at 200/s, " + way + ":" + cpu);
    }

    /** A rival that was written badly would flatter us. */
    private void plainIsFair() {
        results.way("plain")
                .ifPresent(plain -> lines.add(
                        plain.highest() < 0.8 * 358
                                ? "WARNING: the plain way is over 20 % slower than its reference: a fault of the bench, or of a busy machine."
                                : "The plain way is not slower than its reference by over 20 %."));
    }

    private void line(Object... cells) {
        lines.add(text(LINE, cells).stripTrailing());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
