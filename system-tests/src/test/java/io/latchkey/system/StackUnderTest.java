package io.latchkey.system;

import io.latchkey.local.process.FreePorts;
import io.latchkey.system.client.RunningStack;
import io.latchkey.system.tale.Lender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all system tests of a run, started and stopped by the scripts that a user calls, on free ports and in a
 * data folder of its own. A test class takes it, and {@link Faults} on it, as constructor parameters.
 *
 * <p>{@code -Dlatchkey.stack=<data folder>} runs the tests on a stack that is up already and leaves it running; its ports
 * are those of the environment, as for {@code deploy/up}. Its business clock moves.
 */
final class StackUnderTest implements ParameterResolver, AfterEachCallback {

    private static final Map<String, String> USUAL_PORTS = Map.ofEntries(
            Map.entry("LATCHKEY_KAFKA_PORT", "19092"),
            Map.entry("LATCHKEY_POSTGRES_PORT", "15432"),
            Map.entry("LATCHKEY_MQTT_PORT", "18883"),
            Map.entry("LATCHKEY_INGEST_PORT", "8081"),
            Map.entry("LATCHKEY_DECISION_PORT", "8082"),
            Map.entry("LATCHKEY_ISSUER_PORT", "8083"),
            Map.entry("LATCHKEY_GATEWAY_PORT", "8084"),
            Map.entry("LATCHKEY_GATEWAY_TLS_PORT", "8484"),
            Map.entry("LATCHKEY_VIRTUAL_PORT", "8090"),
            Map.entry("LATCHKEY_NOTICE_PORT", "8085"),
            Map.entry("LATCHKEY_MAIL_PORT", "8025"),
            Map.entry("LATCHKEY_MAIL_PAGE_PORT", "8026"));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class
                || parameter.getParameter().getType() == Faults.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class ? stack(context) : faults(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        faults(context).mend();
    }

    private static Stack stack(ExtensionContext context) {
        return oneOfTheRun(context).computeIfAbsent("stack", key -> Stack.ofTheRun(), Stack.class);
    }

    private static Faults faults(ExtensionContext context) {
        Stack stack = stack(context);
        return oneOfTheRun(context).computeIfAbsent("faults", key -> new Faults(stack), Faults.class);
    }

    private static ExtensionContext.Store oneOfTheRun(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(StackUnderTest.class));
    }

    /**
     * The stack, up until the last test is over.
     *
     * @param environment the ports and the data folder it was started with
     * @param ours whether this run started it, and ends it
     */
    record Stack(Map<String, String> environment, boolean ours) implements AutoCloseable {

        private static final Path ROOT = Path.of(System.getProperty("latchkey.root"));

        private static Stack ofTheRun() {
            return Optional.ofNullable(System.getProperty("latchkey.stack"))
                    .map(Stack::alreadyUp)
                    .orElseGet(() -> up("stack"));
        }

        private static Stack alreadyUp(String dataFolder) {
            Map<String, String> environment = new HashMap<>(USUAL_PORTS);
            environment.putAll(System.getenv());
            environment.put("LATCHKEY_DATA", dataFolder);
            Stack stack = new Stack(Map.copyOf(environment), false);
            stack.run("deploy/status");
            return stack;
        }

        /** A fresh one of its own under {@code system-tests/target}, started with these options. */
        static Stack up(String folder, String... options) {
            return up(folder, Map.of(), options);
        }

        /** The same with some more in its environment. It knows the partners of the tales, too. */
        static Stack up(String folder, Map<String, String> more, String... options) {
            Path target = ROOT.resolve("system-tests/target");
            Path partners = target.resolve(folder + "-partners.json");
            Lender.write(partners, ROOT.resolve("deploy/local/partners.json"));
            Map<String, String> environment = new HashMap<>(more);
            environment.put("LATCHKEY_DATA", target.resolve(folder).toString());
            environment.put("LATCHKEY_PARTNERS_FILE", partners.toString());
            environment.put("LATCHKEY_BUILT", "yes");
            // The jars are new in every build: an archive of their classes would be made and never used.
            environment.put(
                    "LATCHKEY_JVM_OPTIONS",
                    System.getenv().getOrDefault("LATCHKEY_JVM_OPTIONS", "") + " -XX:-AutoCreateSharedArchive");
            USUAL_PORTS.keySet().forEach(variable -> environment.computeIfAbsent(variable, unused -> anyPort()));
            Stack stack = new Stack(Map.copyOf(environment), true);
            stack.run("deploy/down", "--wipe");
            Thread atTheEnd = new Thread(stack::close);
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            try {
                stack.run("deploy/up", options);
            } catch (IllegalStateException e) {
                // The next test class tries again, in the same folder.
                Runtime.getRuntime().removeShutdownHook(atTheEnd);
                stack.close();
                throw e;
            }
            return stack;
        }

        private static String anyPort() {
            return Integer.toString(FreePorts.any());
        }

        /** The same one, for scripts that shall see some more in their environment. */
        Stack with(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(environment);
            all.putAll(more);
            return new Stack(Map.copyOf(all), false);
        }

        RunningStack faces() {
            return RunningStack.from(environment, data());
        }

        Path data() {
            return Path.of(environment.get("LATCHKEY_DATA"));
        }

        int port(String name) {
            return Integer.parseInt(environment.get("LATCHKEY_" + name + "_PORT"));
        }

        /** What {@code deploy/up} made up when it first started. */
        String secret(String name) {
            try (var lines = Files.lines(data().resolve("secrets.env"))) {
                return lines.filter(line -> line.startsWith(name + "="))
                        .map(line -> line.substring(line.indexOf('=') + 1).replaceAll("^['\"]|['\"]$", ""))
                        .findFirst()
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the secrets", e);
            }
        }

        /** Runs it; what it prints stands in the report of the tests and, if it fails, in the failure. */
        void run(String script, String... options) {
            ProcessBuilder builder = new ProcessBuilder(ROOT.resolve(script).toString()).redirectErrorStream(true);
            builder.command().addAll(List.of(options));
            builder.environment().putAll(environment);
            try {
                Process process = builder.start();
                process.getOutputStream().close();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                System.out.print(said);
                int status = process.waitFor();
                if (status != 0) {
                    throw new IllegalStateException(script + " ended with " + status + ":\n" + said);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot run " + script, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(script + " was interrupted", e);
            }
        }

        @Override
        public void close() {
            if (ours) {
                run("deploy/down");
            }
        }
    }
}
