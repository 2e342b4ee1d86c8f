package io.latchkey.system.bench;

import io.latchkey.system.bench.rival.RivalTopics;
import io.latchkey.system.bench.rival.Rivals;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** A rival's processes, on the servers of the benchmark's stack and with its handsets' certificates. */
final class Rival implements AutoCloseable {

    private static final List<String> STAGES = List.of("sign", "carry", "devices", "decide", "ingest");
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final String mode;
    private final BenchStack stack;
    private final Path work;
    private final Map<String, Process> processes = new TreeMap<>();
    private final Way way;

    private Rival(String mode, BenchStack stack, List<Handset> handsets) throws IOException {
        this.mode = mode;
        this.stack = stack;
        this.work = Files.createDirectories(stack.data().resolveSibling(mode));
        Files.write(applied(), new byte[0]);
        Map<String, Long> ids = new TreeMap<>(stack.processes(BenchStack.SERVERS));
        try {
            prepare();
            int port = BenchStack.freePort();
            for (String stage : STAGES) {
                start(stage, port);
            }
            processes.forEach((stage, process) -> ids.put(stage, process.pid()));
            List<Handset> accounts = handsets.stream()
                    .map(handset -> new Handset(handset.deviceId(), handset.deviceId()))
                    .toList();
            way = new Way(
                    mode,
                    java.net.URI.create("http://127.0.0.1:" + port + "/payments"),
                    stack.secret("WEBHOOK_SECRET"),
                    accounts,
                    applied(),
                    ids);
        } catch (GeneralSecurityException | ExecutionException | InterruptedException e) {
            close();
            throw new IllegalStateException("cannot start the " + mode, e);
        } catch (RuntimeException | IOException e) {
            close();
            throw e;
        }
    }

    static Rival start(String mode, BenchStack stack, List<Handset> handsets) throws IOException {
        return new Rival(mode, stack, handsets);
    }

    Way way() {
        return way;
    }

    private Path applied() {
        return work.resolve("applied.log");
    }

    /** Topics with all their leaders, and the signing key. */
    private void prepare() throws GeneralSecurityException, IOException, ExecutionException, InterruptedException {
        RivalTopics.make(mode, kafka());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Files.write(work.resolve("private.der"), pair.getPrivate().getEncoded());
        Files.write(work.resolve("public.der"), pair.getPublic().getEncoded());
    }

    private void start(String stage, int port) throws IOException {
        Path ready = work.resolve(stage + ".ready");
        Files.deleteIfExists(ready);
        int heap = stage.equals("devices") ? 256 : 160;
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap + "m",
                        "-XX:+UseSerialGC",
                        // As in the stack: the optimizing compiler gets what the others leave.
                        "-XX:ThreadPriorityPolicy=1",
                        "-XX:CompilerThreadPriority=10",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rivals.class.getName(),
                        stage)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(stage + ".log").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment(port));
        Process process = builder.start();
        processes.put(stage, process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await(stage, process, ready);
    }

    private Map<String, String> environment(int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BENCH_MODE", mode);
        environment.put("BENCH_WORK", work.toString());
        environment.put("BENCH_APPLIED", applied().toString());
        environment.put("BENCH_PORT", Integer.toString(port));
        environment.put("BENCH_KAFKA", kafka());
        environment.put("BENCH_DATABASE", "jdbc:postgresql://127.0.0.1:" + stack.port("POSTGRES") + "/postgres");
        environment.put("BENCH_MQTT_PORT", Integer.toString(stack.port("MQTT")));
        environment.put("BENCH_PKI", stack.data().resolve("pki").toString());
        environment.put("BENCH_HANDSETS", stack.data().resolve("handsets").toString());
        for (String secret : List.of("WEBHOOK_SECRET", "LATCHKEY_DB_PASSWORD", "LATCHKEY_PKI_PASSWORD")) {
            environment.put(secret, stack.secret(secret));
        }
        return environment;
    }

    private void await(String stage, Process process, Path ready) {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the " + mode + "'s " + stage + " did not start; see " + work);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private String kafka() {
        return "127.0.0.1:" + stack.port("KAFKA");
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroy);
        processes.values().forEach(process -> process.onExit().join());
    }
}
