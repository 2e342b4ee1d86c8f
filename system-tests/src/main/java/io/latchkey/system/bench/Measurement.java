package io.latchkey.system.bench;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Measures one way: cold, warm at fixed rates, and as much as it takes. */
final class Measurement implements AutoCloseable {

    private static final int FIRST_TRIAL = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Plan plan;
    private final Progress progress;
    private final Outstanding outstanding;
    private final Load load;
    private final Cpu cpu;

    Measurement(Plan plan, Way way, Outstanding outstanding, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.outstanding = outstanding;
        this.load = new Load(way, outstanding);
        Map<String, Long> all = new TreeMap<>(way.processes());
        all.put("generator", ProcessHandle.current().pid());
        this.cpu = new Cpu(all);
    }

    Figures run() {
        Figures.Window cold = window("cold", Plan.RATES.getFirst(), plan.cold());
        progress.say(
                "warming up for %d s at %d/s, or as much as it takes",
                plan.warmUp().toSeconds(), Plan.WARM_UP_RATE);
        load.warmUp(plan.warmUp());
        drain();
        Map<Integer, Figures.Window> at = new TreeMap<>();
        for (int rate : Plan.RATES) {
            at.put(rate, window("warm", rate, plan.window()));
        }
        return highest(cold, at);
    }

    private Figures highest(Figures.Window cold, Map<Integer, Figures.Window> at) {
        RateSearch search = new RateSearch(FIRST_TRIAL);
        Figures.Window saturated = cold;
        for (OptionalInt rate = search.next(); rate.isPresent(); rate = search.next()) {
            Figures.Window trial = window("trial", rate.getAsInt(), plan.trial());
            search.outcome(!trial.fellBehind());
            saturated = trial.fellBehind() ? saturated : trial;
        }
        return new Figures(cold, at, search.highest(), saturated);
    }

    private Figures.Window window(String what, int rate, Duration span) {
        long refusedBefore = load.refused();
        Map<String, Duration> before = cpu.used();
        Load.Series series = load.openLoop(rate, span);
        boolean behind = series.backlog().isHopeless() || series.backlog().isGrowing();
        drain();
        Map<String, Duration> used = cpu.used();
        used.replaceAll((name, time) -> time.minus(before.getOrDefault(name, Duration.ZERO)));
        Figures.Window window =
                Figures.Window.of(series.latencies(), series.lag(), behind, load.refused() - refusedBefore, used);
        progress.say(
                "%s %d/s: p50 %.1f ms, p99 %.1f ms, max %.0f ms%s; generator late by %.1f ms at p99; %.2f ms CPU a payment",
                what,
                rate,
                window.p50(),
                window.p99(),
                window.max(),
                behind ? ", fell behind" : "",
                window.lagP99(),
                window.cpuTotal());
        return window;
    }

    private void drain() {
        if (!load.drain(PATIENCE)) {
            throw new IllegalStateException(outstanding.count() + " payments were never applied");
        }
    }

    @Override
    public void close() {
        load.close();
    }
}
