package io.latchkey.local.cli;

import java.util.List;

/**
 * What the user asked for.
 *
 * @param serversOnly leave the services out
 * @param wipe remove the data folder after stopping
 */
record CommandLine(Verb verb, boolean serversOnly, boolean wipe) {

    /** The three commands. */
    enum Verb {
        UP,
        DOWN,
        STATUS
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static CommandLine parse(String... arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("A command is missing: up, down or status");
        }
        Verb verb = verb(arguments[0]);
        List<String> options = List.of(arguments).subList(1, arguments.length);
        for (String option : options) {
            if (!allowed(verb).contains(option)) {
                throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        return new CommandLine(verb, options.contains("--servers-only"), options.contains("--wipe"));
    }

    private static Verb verb(String text) {
        return switch (text) {
            case "up" -> Verb.UP;
            case "down" -> Verb.DOWN;
            case "status" -> Verb.STATUS;
            default -> throw new IllegalArgumentException("Unknown command: " + text);
        };
    }

    private static List<String> allowed(Verb verb) {
        return switch (verb) {
            case UP, STATUS -> List.of("--servers-only");
            case DOWN -> List.of("--wipe");
        };
    }
}
