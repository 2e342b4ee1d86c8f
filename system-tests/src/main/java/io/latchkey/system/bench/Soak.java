package io.latchkey.system.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.system.bench.lag.GroupLag;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Keeps a stack under an even load and watches how it does; {@code deploy/soak} calls it. */
public final class Soak {

    private static final List<String> GROUPS =
            List.of("lock-decision", "token-issuer", "device-gateway", "notice-sender");
    private static final int INSTALLMENTS = 12;
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SAY_EVERY = 6;

    private final Path root;
    private final Duration span;
    private final int perSecond;
    private final int handsets;
    private final Progress progress;

    private Soak(Path root, Duration span, int perSecond, int handsets, Progress progress) {
        this.root = root;
        this.span = span;
        this.perSecond = perSecond;
        this.handsets = handsets;
        this.progress = progress;
    }

    /**
     * Soaks.
     *
     * @param arguments the checkout, minutes, payments a second, handsets
     * @throws Exception if something that takes part fails
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Soak soak = new Soak(
                root,
                Duration.ofMinutes(Long.parseLong(arguments[1])),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                new Progress(out, "soak"));
        String name = "target/soak/soak-"
                + Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        List<Vitals> vitals = soak.run();
        soak.keep(root.resolve(name + ".jsonl"), vitals);
        SoakPage.write(root.resolve(name + ".html"), soak.title(), vitals);
        out.println();
        SoakTable.of(vitals).forEach(out::println);
        out.println();
        out.println("Chart: " + root.resolve(name + ".html") + ", figures: " + root.resolve(name + ".jsonl"));
        System.exit(0);
    }

    private String title() {
        return "%d minutes at %d payments a second, %d handsets".formatted(span.toMinutes(), perSecond, handsets);
    }

    private List<Vitals> run() throws Exception {
        try (BenchStack stack = BenchStack.up(root)) {
            Screens screens = new Screens();
            Outstanding outstanding = new Outstanding();
            try (AppliedTail tail = new AppliedTail(stack.appliedLog(), screens)) {
                tail.start();
                List<Handset> sold = new Shop(stack.faces(), screens, progress.of("sale"), INSTALLMENTS).sell(handsets);
                sold.forEach(handset -> outstanding.admit(
                        handset.deviceId(), screens.of(handset).orElseThrow().amountDue()));
                screens.tell(outstanding::applied);
                return under(Way.ours(stack, sold), outstanding, "127.0.0.1:" + stack.port("KAFKA"));
            }
        }
    }

    private List<Vitals> under(Way way, Outstanding outstanding, String kafka) throws Exception {
        progress.say("%s", title());
        List<Vitals> vitals = new ArrayList<>();
        try (Load load = new Load(way, outstanding)) {
            CompletableFuture<Load.Series> series = CompletableFuture.supplyAsync(() -> load.openLoop(perSecond, span));
            try (GroupLag lag = new GroupLag(GROUPS, kafka)) {
                VitalSigns signs = new VitalSigns(way.processes(), lag, outstanding);
                while (!series.isDone()) {
                    LockSupport.parkNanos(EACH.toNanos());
                    vitals.add(signs.take());
                    sayOfTheLast(vitals);
                }
            }
            if (series.get().backlog().isHopeless()) {
                progress.say("the load was more than this machine carries: it ended early");
            }
            if (!load.drain(PATIENCE)) {
                throw new IllegalStateException(outstanding.count() + " payments were never applied");
            }
        }
        return vitals;
    }

    private void sayOfTheLast(List<Vitals> vitals) {
        if (vitals.size() % SAY_EVERY == 0) {
            Vitals now = vitals.getLast();
            progress.say(
                    "minute %d: p50 %.0f ms, p99 %.0f ms, %d payments wait, %.0f MiB",
                    now.second() / 60,
                    now.p50Millis(),
                    now.p99Millis(),
                    now.waiting(),
                    now.processes().values().stream()
                            .mapToDouble(Vitals.OfProcess::pssMebibytes)
                            .sum());
        }
    }

    private void keep(Path file, List<Vitals> vitals) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Vitals one : vitals) {
            lines.add(json.writeValueAsString(one));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }
}
