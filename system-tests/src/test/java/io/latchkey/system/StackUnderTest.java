package io.latchkey.system;

import io.latchkey.system.client.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all system tests of a run, started and stopped by the scripts that a user calls, on free ports and in a
 * data folder of its own. A test class takes it as a constructor parameter.
 */
final class StackUnderTest implements ParameterResolver {

    private static final List<String> PORTS =
            List.of("KAFKA", "POSTGRES", "MQTT", "INGEST", "DECISION", "ISSUER", "GATEWAY", "GATEWAY_TLS", "VIRTUAL");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(StackUnderTest.class))
                .computeIfAbsent("stack", key -> Stack.up(), Stack.class);
    }

    /**
     * The stack, up until the last test is over.
     *
     * @param environment the ports and the data folder it was started with
     */
    record Stack(Map<String, String> environment) implements AutoCloseable {

        private static final Path ROOT = Path.of(System.getProperty("latchkey.root"));

        private static Stack up() {
            Map<String, String> environment = new HashMap<>();
            environment.put(
                    "LATCHKEY_DATA", ROOT.resolve("system-tests/target/stack").toString());
            environment.put("LATCHKEY_BUILT", "yes");
            // The jars are new in every build: an archive of their classes would be made and never used.
            environment.put(
                    "LATCHKEY_JVM_OPTIONS", System.getenv("LATCHKEY_JVM_OPTIONS") + " -XX:-AutoCreateSharedArchive");
            PORTS.forEach(name -> environment.put("LATCHKEY_" + name + "_PORT", Integer.toString(freePort())));
            Stack stack = new Stack(Map.copyOf(environment));
            stack.run("deploy/down", "--wipe");
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.run("deploy/up");
            return stack;
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

        void run(String script, String... options) {
            ProcessBuilder process = new ProcessBuilder(ROOT.resolve(script).toString()).inheritIO();
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

        @Override
        public void close() {
            run("deploy/down");
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException("no free port", e);
            }
        }
    }
}
