package io.latchkey.tools.dlq;

import picocli.CommandLine;

/** The entry of {@code deploy/dlq}. */
public final class DlqMain {

    private DlqMain() {}

    /**
     * Does what the user asked for, and ends the process.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        CommandLine line = command();
        System.exit(arguments.length == 0 ? misused(line) : line.execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new DlqCommand());
    }

    private static int misused(CommandLine line) {
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
