package io.latchkey.system.bench;

import io.latchkey.system.bench.rival.Replay;
import io.latchkey.system.bench.rival.Rivals;
import io.latchkey.system.client.BusinessClockClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the overdue engine on a stack of its own: what a borrower who pays feels while a hundred thousand others fall due,
 * how long due loans take among ever more that are not, and how many payments one instance decides and commits beside the
 * plain way.
 */
final class EngineRun {

    private static final Duration DAYS_UNTIL_RESTRICTED = Duration.ofDays(44);
    /** Longer than the database takes to settle. */
    private static final Duration SOON = Duration.ofMinutes(30);

    private static final Duration FAR = Duration.ofDays(3_650);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final double WARM_UP = 0.4;

    private final BenchStack stack;
    private final Plan.Engine plan;
    private final Screens screens;
    private final Way way;
    private final Progress progress;

    EngineRun(BenchStack stack, Plan.Engine plan, Way way, Screens screens, Progress progress) {
        this.stack = stack;
        this.plan = plan;
        this.way = way;
        this.screens = screens;
        this.progress = progress;
    }

    EngineFigures measure() throws SQLException, IOException, InterruptedException {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.port("POSTGRES") + "/lock_decision";
        try (LoanCopies copies = new LoanCopies(url, stack.secret("LATCHKEY_DB_PASSWORD"))) {
            BusinessClockClient clock = new BusinessClockClient(stack.faces());
            clock.walkTo(clock.now().plus(DAYS_UNTIL_RESTRICTED));
            screens.await(way.handsets(), "RESTRICTED", PATIENCE);
            copies.take(way.handsets().getFirst());
            Unlock unlock = new Unlock(way, screens, progress);
            unlock.lockAll(stack.faces());
            int third = way.handsets().size() / 3;
            unlock.free(stack.faces(), way.handsets().subList(0, third)); // warm-up, which counts for nothing
            Figures.Window idle = unlock.free(stack.faces(), way.handsets().subList(third, 2 * third));

            Map<Integer, Double> turns = turns(copies, clock);

            progress.say("%d more loans fall due; meanwhile others pay", plan.crowd());
            copies.add(plan.crowd(), clock.now().minusSeconds(1));
            copies.takeTheFleetsSizeAnew();
            awaitOneMoreThan(copies.locked(), copies);
            long before = copies.locked();
            Figures.Window busy = unlock.free(stack.faces(), way.handsets().subList(2 * third, 3 * third));
            long judged = copies.locked() + third - before;
            copies.putOff(clock.now(), clock.now().plus(FAR));

            List<String> payers = copies.loanIds(plan.due());
            return new EngineFigures(plan.due(), turns, idle, busy, judged, ours(copies, payers), plain(payers));
        }
    }

    /** Waits for the first of them: from then on the meter is at work. */
    private static void awaitOneMoreThan(long locked, LoanCopies copies) throws SQLException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (copies.locked() <= locked) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("no loan is judged by the clock");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** The clock's own walk waits for all turns, and takes one after the other, without the meter's pauses. */
    private Map<Integer, Double> turns(LoanCopies copies, BusinessClockClient clock)
            throws SQLException, InterruptedException {
        Map<Integer, Double> turns = new TreeMap<>();
        for (int size : plan.sizes()) {
            int more = size - plan.due() - copies.count();
            progress.say("adding %d loans that are not due, and %d that are", more, plan.due());
            copies.add(Math.max(0, more), clock.now().plus(FAR));
            Instant due = clock.now().plus(SOON);
            copies.add(plan.due(), due);
            copies.settle();
            long before = copies.locked();
            long begin = System.nanoTime();
            clock.walkTo(due.plusSeconds(1));
            double seconds = (System.nanoTime() - begin) / 1e9;
            progress.say(
                    "among %d: %d of %d were locked within %.1f s",
                    size, copies.locked() - before, plan.due(), seconds);
            turns.put(size, seconds);
        }
        return turns;
    }

    /** One instance and nothing behind it, started on a topic in which all payments stand already. */
    private double ours(LoanCopies copies, List<String> payers) throws IOException, InterruptedException, SQLException {
        ServiceAgain service = ServiceAgain.of(
                stack.processes(List.of("lock-decision")).values().iterator().next(),
                stack.data().resolve("logs/lock-decision.log"));
        endServices();
        long before = copies.consumed();
        publish(payers);
        Process process = service.start();
        try {
            double rate = rate(copies, before, process);
            progress.say("one instance decided and committed %.0f payments a second", rate);
            return rate;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void endServices() throws InterruptedException {
        try {
            stack.endServices();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a service does not end", e);
        }
    }

    private void publish(List<String> payers) {
        progress.say("publishing %d payments", plan.events());
        Replay.payments("127.0.0.1:" + stack.port("KAFKA"), payers, plan.events());
    }

    /** What comes before is warm-up. */
    private double rate(LoanCopies copies, long before, Process process) throws SQLException {
        long warm = before + (long) (plan.events() * WARM_UP);
        long end = before + plan.events();
        long from = awaitConsumed(copies, warm, process);
        long begin = System.nanoTime();
        long to = awaitConsumed(copies, end, process);
        return (to - from) * 1e9 / (System.nanoTime() - begin);
    }

    private static long awaitConsumed(LoanCopies copies, long wanted, Process process) throws SQLException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        long consumed = copies.consumed();
        while (consumed < wanted) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IllegalStateException("lock-decision came to " + consumed + " of " + wanted + " records");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            consumed = copies.consumed();
        }
        return consumed;
    }

    private double plain(List<String> payers) throws IOException, InterruptedException {
        Path work = Files.createDirectories(stack.data().resolveSibling("plain-engine"));
        Path rate = work.resolve("engine.rate");
        Files.deleteIfExists(rate);
        long first = Instant.now().toEpochMilli();
        publish(payers);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rivals.class.getName(),
                        "engine")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("engine.log").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment()
                .putAll(Map.of(
                        "BENCH_MODE", "plain",
                        "BENCH_WORK", work.toString(),
                        "BENCH_KAFKA", "127.0.0.1:" + stack.port("KAFKA"),
                        "BENCH_DATABASE", "jdbc:postgresql://127.0.0.1:" + stack.port("POSTGRES") + "/postgres",
                        "BENCH_FIRST", Long.toString(first),
                        "BENCH_COUNT", Integer.toString(plan.events()),
                        "LATCHKEY_DB_PASSWORD", stack.secret("LATCHKEY_DB_PASSWORD")));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (!process.waitFor(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS) || !Files.exists(rate)) {
            process.destroyForcibly();
            throw new IllegalStateException("the plain way did not come to its end; see " + work);
        }
        double perSecond = Double.parseDouble(Files.readString(rate));
        progress.say("the plain way decided and committed %.0f payments a second", perSecond);
        return perSecond;
    }
}
