package io.latchkey.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts a member as an operating system process, in one of two bonds to this JVM. */
public final class Launch {

    /**
     * The kernel ends a tethered process when the <em>thread</em> that started it ends, so one thread that never ends
     * starts them all.
     */
    private static final ExecutorService KEEPER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("process-keeper").factory());

    private Launch() {}

    /** Starts it in a session of its own: it lives on when this JVM and its terminal are gone. */
    public static Process detached(Member member, Path log) {
        return start(List.of("setsid"), member, log);
    }

    /** Starts it so that it ends with this JVM, also when this JVM is killed. */
    public static Process tethered(Member member, Path log) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> start(List.of("setpriv", "--pdeathsig", "KILL", "--"), member, log), KEEPER)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("cannot start " + member.name(), e.getCause());
        }
    }

    private static Process start(List<String> prefix, Member member, Path log) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(member.command());
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(member.environment());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + member.name() + "; is util-linux installed?", e);
        }
    }
}
