package io.latchkey.system.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.system.client.RunningStack;
import io.latchkey.system.story.IndianLoan;
import io.latchkey.system.story.MainJob;
import io.latchkey.system.story.StoryFailedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** Plays the main job on the stack that {@code deploy/up} started; exit code 0 only if every handset ended as expected. */
public final class Demo {

    private Demo() {}

    /**
     * Plays it.
     *
     * @param arguments the stack's data folder
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        if (arguments.length != 1) {
            out.println("usage: Demo <data folder>; deploy/demo calls it");
            System.exit(2);
        }
        RunningStack stack = RunningStack.from(System.getenv(), Path.of(arguments[0]));
        out.println(
                "Each step says what was expected and what was read from the handset's own store after it verified");
        out.println("the signed token. Milliseconds run from the request's first byte to the agent's stored apply.");
        try {
            new MainJob(stack, new Terminal(out)).play();
            new IndianLoan(stack, new Terminal(out)).play();
            out.printf("%nEvery handset ended as expected.%n");
        } catch (StoryFailedException e) {
            out.printf("%nThe demo failed. %s%n", e.getMessage());
            System.exit(1);
        }
    }
}
