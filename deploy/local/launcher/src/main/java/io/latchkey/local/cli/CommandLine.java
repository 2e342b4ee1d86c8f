package io.latchkey.local.cli;

import io.latchkey.local.Broker;
import io.latchkey.local.stack.Rebuilding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param serversOnly leave the services out
 * @param instances how many of each service, or nothing if as many as before
 * @param mqtt which broker, or nothing if the one as before
 * @param wipe remove the data folder after stopping
 * @param service whose database is built again
 */
record CommandLine(
        Verb verb,
        boolean serversOnly,
        Optional<Integer> instances,
        Optional<Broker> mqtt,
        boolean wipe,
        String service) {

    private static final String MOST_IMPORTANT = "lock-decision";
    private static final String INSTANCES = "--instances";
    private static final String MQTT = "--mqtt";

    /** The commands. */
    enum Verb {
        UP,
        DOWN,
        STATUS,
        REBUILD
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static CommandLine parse(String... arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("A command is missing: up, down, status or rebuild");
        }
        Verb verb = verb(arguments[0]);
        List<String> options = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        Optional<Integer> instances = verb == Verb.UP ? takeInstances(options) : Optional.empty();
        Optional<Broker> mqtt = verb == Verb.UP ? takeMqtt(options) : Optional.empty();
        String service = verb == Verb.REBUILD ? takeService(options) : MOST_IMPORTANT;
        for (String option : options) {
            if (!allowed(verb).contains(option)) {
                throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        return new CommandLine(
                verb, options.contains("--servers-only"), instances, mqtt, options.contains("--wipe"), service);
    }

    private static String takeService(List<String> options) {
        if (options.isEmpty()) {
            return MOST_IMPORTANT;
        }
        String service = options.removeFirst();
        if (!Rebuilding.services().contains(service)) {
            throw new IllegalArgumentException(
                    service + " has no database; these have: " + String.join(", ", Rebuilding.services()));
        }
        return service;
    }

    private static Optional<Integer> takeInstances(List<String> options) {
        return take(INSTANCES, options).map(number -> {
            if (!number.equals("1") && !number.equals("2")) {
                throw new IllegalArgumentException(INSTANCES + " must be 1 or 2 but was " + number);
            }
            return Integer.valueOf(number);
        });
    }

    private static Optional<Broker> takeMqtt(List<String> options) {
        return take(MQTT, options).map(word -> Broker.of(word)
                .orElseThrow(
                        () -> new IllegalArgumentException(MQTT + " must be hivemq or mosquitto but was " + word)));
    }

    /** The value of an option, {@code nothing} if there is none; both are taken out of the list. */
    private static Optional<String> take(String option, List<String> options) {
        int at = options.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        int end = Math.min(at + 2, options.size());
        String value = end == at + 2 ? options.get(at + 1) : "nothing";
        options.subList(at, end).clear();
        return Optional.of(value);
    }

    private static Verb verb(String text) {
        return switch (text) {
            case "up" -> Verb.UP;
            case "down" -> Verb.DOWN;
            case "status" -> Verb.STATUS;
            case "rebuild" -> Verb.REBUILD;
            default -> throw new IllegalArgumentException("Unknown command: " + text);
        };
    }

    private static List<String> allowed(Verb verb) {
        return switch (verb) {
            case UP, STATUS -> List.of("--servers-only");
            case DOWN -> List.of("--wipe");
            case REBUILD -> List.of();
        };
    }
}
