package io.latchkey.local.cli;

import io.latchkey.local.Checkout;
import io.latchkey.local.stack.Addresses;
import io.latchkey.local.stack.DataFolder;
import io.latchkey.local.stack.OneAtATime;
import io.latchkey.local.stack.Rebuilding;
import io.latchkey.local.stack.Stack;
import io.latchkey.local.stack.Starting;
import io.latchkey.local.stack.StatusTable;
import io.latchkey.local.stack.Stopping;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/** Does what the user asked for. */
record Command(Checkout checkout, DataFolder data, Map<String, String> environment, PrintStream out) {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    /** Whether it went well. */
    boolean run(CommandLine commandLine) {
        return switch (commandLine.verb()) {
            case UP -> up(commandLine);
            case DOWN -> down(commandLine.wipe());
            case STATUS -> status(commandLine.serversOnly());
            case REBUILD -> rebuild(commandLine.service());
        };
    }

    private boolean up(CommandLine commandLine) {
        long begin = System.nanoTime();
        data.make();
        OneAtATime.on(data, () -> {
            data.rememberBroker(commandLine.mqtt().orElseGet(data::broker));
            int instances = commandLine.instances().orElseGet(data::instances);
            data.rememberInstances(Math.max(instances, data.instances()));
            Stack stack = Stack.of(checkout, data, environment, commandLine.serversOnly(), instances);
            new Starting(stack, out, START_PATIENCE).run();
            new Addresses(stack, out).print();
        });
        out.printf(
                "All is up after %.1f s.%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
        return true;
    }

    private boolean down(boolean wipe) {
        if (!data.isOurs()) {
            if (wipe) {
                data.wipe();
            }
            out.println("Nothing to stop: " + data.path() + " holds no local stack.");
            return true;
        }
        OneAtATime.on(data, () -> {
            new Stopping(Stack.of(checkout, data, environment, false, data.instances()), out, STOP_PATIENCE).run();
            data.rememberInstances(1);
        });
        if (wipe) {
            data.wipe();
            out.println("Removed " + data.path());
        } else {
            out.println("The data stay in " + data.path());
        }
        return true;
    }

    private boolean rebuild(String service) {
        if (!data.isOurs()) {
            out.println("Nothing to rebuild: the local stack was never started here; deploy/up starts it.");
            return false;
        }
        OneAtATime.on(data, () -> Rebuilding.of(service, checkout, data, environment, out, STOP_PATIENCE)
                .run());
        return true;
    }

    private boolean status(boolean serversOnly) {
        if (!data.isOurs()) {
            out.println("The local stack was never started here; deploy/up starts it.");
            return false;
        }
        return new StatusTable(Stack.of(checkout, data, environment, serversOnly, data.instances()), out).print();
    }
}
