package io.latchkey.system.bench;

import io.latchkey.system.client.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A local stack of the benchmark's own: free ports, its own data folder, started and stopped by the users' scripts. */
final class BenchStack implements AutoCloseable {

    static final List<String> SERVERS = List.of("kafka", "postgres", "mqtt", "mail");
    static final List<String> SERVICES = List.of(
            "payment-ingest", "lock-decision", "token-issuer", "device-gateway", "notice-sender", "virtual-handsets");

    private static final List<String> PORTS = List.of(
            "KAFKA",
            "POSTGRES",
            "MQTT",
            "INGEST",
            "DECISION",
            "ISSUER",
            "GATEWAY",
            "GATEWAY_TLS",
            "NOTICE",
            "MAIL",
            "MAIL_PAGE",
            "VIRTUAL");
    private static final Duration GOODBYE = Duration.ofSeconds(20);

    private final Path root;
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();

    private BenchStack(Path root) {
        this.root = root;
        this.data = root.resolve("system-tests/target/bench/stack");
        environment.put("LATCHKEY_DATA", data.toString());
        environment.put("LATCHKEY_BUILT", "yes");
        environment.put("LATCHKEY_APPLIED_LOG", appliedLog().toString());
        PORTS.forEach(name -> environment.put("LATCHKEY_" + name + "_PORT", Integer.toString(freePort())));
    }

    /** Starts a fresh one. */
    static BenchStack up(Path root) {
        BenchStack stack = new BenchStack(root);
        stack.run("deploy/down", "--wipe");
        stack.makeAppliedLog();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack-down"));
        stack.run("deploy/up");
        return stack;
    }

    RunningStack faces() {
        return RunningStack.from(environment, data);
    }

    Path data() {
        return data;
    }

    int port(String name) {
        return Integer.parseInt(environment.getOrDefault("LATCHKEY_" + name + "_PORT", ""));
    }

    Path appliedLog() {
        return data.resolveSibling("applied.log");
    }

    /** One of the stack's secrets. */
    String secret(String name) {
        try (Stream<String> lines = Files.lines(data.resolve("secrets.env"))) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stack's secrets", e);
        }
    }

    /** The ids of processes, by name. */
    Map<String, Long> processes(List<String> names) {
        Map<String, Long> ids = new TreeMap<>();
        for (String name : names) {
            try {
                String noted = Files.readString(data.resolve("run/" + name + ".pid"));
                ids.put(name, Long.parseLong(noted.strip().split(" ", -1)[0]));
            } catch (IOException e) {
                throw new UncheckedIOException("nothing tells which process is " + name, e);
            }
        }
        return ids;
    }

    /** Ends the services and leaves the servers to the next. */
    void endServices() throws InterruptedException, java.util.concurrent.ExecutionException {
        for (long pid : processes(SERVICES).values()) {
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            process.destroy();
            try {
                process.onExit().get(GOODBYE.toSeconds(), TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                process.destroyForcibly();
            }
        }
    }

    private void run(String script, String... options) {
        ProcessBuilder process = new ProcessBuilder(root.resolve(script).toString()).inheritIO();
        process.command().addAll(List.of(options));
        process.environment().putAll(environment);
        try {
            int status = process.start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(script + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + script, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(script + " was interrupted", e);
        }
    }

    private void makeAppliedLog() {
        try {
            Files.createDirectories(appliedLog().getParent());
            Files.write(appliedLog(), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + appliedLog(), e);
        }
    }

    @Override
    public void close() {
        run("deploy/down");
    }

    /** Answers a port that nobody listens on at the moment. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
