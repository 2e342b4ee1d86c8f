package io.latchkey.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a soak came to: each figure in its first tenth, after the start, and in its last. */
final class SoakTable {

    private static final int PARTS = 10;

    private SoakTable() {}

    static List<String> of(List<Vitals> vitals) {
        int part = Math.max(1, vitals.size() / PARTS);
        List<Vitals> early = vitals.subList(Math.min(part, vitals.size() - 1), Math.min(2 * part, vitals.size()));
        List<Vitals> late = vitals.subList(vitals.size() - part, vitals.size());
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-28s %10s %10s %9s", "", "early", "late", "ratio"));
        lines.add(row("p50, ms", early, late, Vitals::p50Millis));
        lines.add(row("p99, ms", early, late, Vitals::p99Millis));
        lines.add(row("payments not applied", early, late, one -> (double) one.waiting()));
        for (String name : vitals.getFirst().processes().keySet()) {
            lines.add(row(name + ", MiB", early, late, one -> of(one, name).pssMebibytes()));
            lines.add(row(name + ", threads", early, late, one -> of(one, name).threads()));
            lines.add(row(name + ", handles", early, late, one -> of(one, name).handles()));
        }
        return lines;
    }

    private static Vitals.OfProcess of(Vitals vitals, String name) {
        return vitals.processes().getOrDefault(name, new Vitals.OfProcess(0, 0, 0));
    }

    private static String row(String name, List<Vitals> early, List<Vitals> late, ToDoubleFunction<Vitals> figure) {
        double first = mean(early, figure);
        double last = mean(late, figure);
        return String.format(
                Locale.ROOT, "%-28s %10.1f %10.1f %9.2f", name, first, last, first == 0 ? 1 : last / first);
    }

    private static double mean(List<Vitals> vitals, ToDoubleFunction<Vitals> figure) {
        return vitals.stream().mapToDouble(figure).average().orElse(0);
    }
}
