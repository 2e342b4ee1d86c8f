package io.latchkey.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to know about one process of the stack.
 *
 * @param name names its log and pid file
 * @param command program and arguments
 * @param environment what it gets besides the launcher's own environment
 * @param ports what it listens on, with the variable that moves each
 * @param artifacts built files without which it cannot run
 * @param preparation run before each start; must do nothing if all is there
 * @param readiness when others may use it
 * @param stopSignal asks it to end cleanly: {@code TERM} or {@code INT}
 */
public record Member(
        String name,
        List<String> command,
        Map<String, String> environment,
        List<PortUse> ports,
        List<Path> artifacts,
        Preparation preparation,
        Readiness readiness,
        String stopSignal) {

    /** Takes copies. */
    public Member {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
        artifacts = List.copyOf(artifacts);
    }

    /** Work before a start. */
    @FunctionalInterface
    public interface Preparation {
        /** Nothing to do. */
        Preparation NONE = () -> {};

        /** Makes what the process needs, or does nothing if it is there. */
        void run();
    }

    /** The sign that a started process may be used. */
    @FunctionalInterface
    public interface Readiness {
        /**
         * Asks once, without waiting.
         *
         * @param pid the process that was started
         */
        boolean isReady(long pid);
    }

    /** The environment holds secrets. */
    @Override
    public String toString() {
        return name;
    }
}
