package io.latchkey.local.stack;

import io.latchkey.local.Checkout;
import io.latchkey.local.LocalPostgres;
import io.latchkey.local.process.Member;
import io.latchkey.local.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has a service build its database again: it does so by itself when it starts on an empty one. */
public final class Rebuilding {

    private static final List<String> WHAT_THE_USER_READS = List.of("[Rebuild]", "[Reading]");

    /** Millions of loans take minutes to be read. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final String service;
    private final Stack stack;
    private final int postgres;
    private final String password;
    private final PrintStream out;
    private final Duration stopPatience;

    private Rebuilding(
            String service, Stack stack, int postgres, String password, PrintStream out, Duration stopPatience) {
        this.service = service;
        this.stack = stack;
        this.postgres = postgres;
        this.password = password;
        this.out = out;
        this.stopPatience = stopPatience;
    }

    /**
     * For one rebuild.
     *
     * @param service whose database; one of {@link #services()}
     * @param environment may move ports
     * @param out where the user reads what happens
     * @param stopPatience how long a service may take to end
     */
    public static Rebuilding of(
            String service,
            Checkout checkout,
            DataFolder data,
            Map<String, String> environment,
            PrintStream out,
            Duration stopPatience) {
        return new Rebuilding(
                service,
                Stack.of(checkout, data, environment, false, data.instances()),
                new Ports(environment).postgres().number(),
                Secrets.in(data.resolve("secrets.env")).get("LATCHKEY_DB_PASSWORD"),
                out,
                stopPatience);
    }

    /**
     * Stops the service, drops its database, and starts it again.
     *
     * @throws StackException if a server is down, or the service does not start; run again, it begins anew
     */
    public void run() {
        stack.stages().getFirst().forEach(this::checkUp);
        String database = databaseOf(service);
        Stack instances = stack.only(service);
        new Stopping(instances, out, stopPatience).run();
        PostgresServer.empty(postgres, password, database);
        out.printf("  The database %s is empty now; %s reads the topics ...%n", database, service);
        Map<Path, Long> read = new HashMap<>();
        instances.members().map(this::log).forEach(log -> read.put(log, length(log)));
        new Starting(instances, out, PATIENCE).run();
        read.forEach(this::tell);
    }

    /** Those that have a database. */
    public static List<String> services() {
        return LocalPostgres.DATABASES.stream()
                .map(database -> database.replace('_', '-'))
                .toList();
    }

    private static String databaseOf(String service) {
        return service.replace('-', '_');
    }

    private void checkUp(Member server) {
        if (stack.data().pidFile(server.name()).running().isEmpty()) {
            throw new StackException(server.name() + " is down, and a rebuild needs it. deploy/up starts it.");
        }
    }

    private Path log(Member member) {
        return stack.data().log(member.name());
    }

    private static long length(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private void tell(Path log, long begin) {
        try (InputStream bytes = Files.newInputStream(log)) {
            bytes.skipNBytes(begin);
            new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> WHAT_THE_USER_READS.stream().anyMatch(line::contains))
                    .forEach(line -> out.println("  " + line));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
