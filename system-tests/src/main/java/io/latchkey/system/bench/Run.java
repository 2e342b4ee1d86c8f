package io.latchkey.system.bench;

import io.latchkey.system.bench.Plan.Subject;
import io.latchkey.system.bench.rival.Rivals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One run: every subject in turn, on one stack's servers and with the same handsets. */
final class Run {

    private final Path root;
    private final Plan plan;
    private final Progress progress;
    private final Instant startedAt;
    private final Map<String, Figures> ways = new TreeMap<>();
    private Optional<Figures.Window> unlock = Optional.empty();
    private Optional<EngineFigures> engine = Optional.empty();

    Run(Path root, Plan plan, Progress progress, Instant startedAt) {
        this.root = root;
        this.plan = plan;
        this.progress = progress;
        this.startedAt = startedAt;
    }

    Results all() throws Exception {
        if (Stream.of(Subject.OURS, Subject.FLOOR, Subject.PLAIN, Subject.ENGINE)
                .anyMatch(plan.subjects()::contains)) {
            try (BenchStack stack = BenchStack.up(root)) {
                on(stack);
            }
        }
        Map<String, Double> signatures =
                plan.subjects().contains(Subject.SIGNATURES) ? new Signatures(root, progress).measure() : Map.of();
        return new Results(
                startedAt,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                plan,
                ways,
                unlock,
                engine,
                signatures);
    }

    private void on(BenchStack stack) throws Exception {
        Screens screens = new Screens();
        List<Handset> handsets;
        try (AppliedTail tail = new AppliedTail(stack.appliedLog(), screens)) {
            tail.start();
            handsets = new Shop(stack.faces(), screens, progress.of("sale"), plan.installments()).sell(plan.handsets());
            if (plan.subjects().contains(Subject.OURS)) {
                ours(stack, handsets, screens);
            }
            if (plan.subjects().contains(Subject.ENGINE)) {
                engine = Optional.of(
                        new EngineRun(stack, plan.engine(), Way.ours(stack, handsets), screens, progress.of("engine"))
                                .measure());
                return;
            }
        }
        stack.endServices();
        for (Subject subject : List.of(Subject.FLOOR, Subject.PLAIN)) {
            if (plan.subjects().contains(subject)) {
                rival(stack, handsets, subject);
            }
        }
    }

    private void ours(BenchStack stack, List<Handset> handsets, Screens screens) {
        Way way = Way.ours(stack, handsets);
        Outstanding outstanding = new Outstanding();
        handsets.forEach(handset -> outstanding.admit(
                handset.deviceId(), screens.of(handset).orElseThrow().amountDue()));
        screens.tell(outstanding::applied);
        try (Measurement measurement = new Measurement(plan, way, outstanding, progress.of("ours"))) {
            ways.put("ours", measurement.run());
        }
        unlock = Optional.of(new Unlock(way, screens, progress.of("ours")).run(stack.faces(), plan.unlock()));
    }

    private void rival(BenchStack stack, List<Handset> handsets, Subject subject) throws Exception {
        String name = subject.name().toLowerCase(java.util.Locale.ROOT);
        try (Rival rival = Rival.start(name, stack, handsets)) {
            Outstanding outstanding = new Outstanding();
            handsets.forEach(handset -> outstanding.admit(handset.deviceId(), Rivals.DEBT));
            try (AppliedTail tail = new AppliedTail(rival.way().appliedLog(), outstanding::applied);
                    Measurement measurement = new Measurement(plan, rival.way(), outstanding, progress.of(name))) {
                tail.start();
                ways.put(name, measurement.run());
            }
        }
    }
}
