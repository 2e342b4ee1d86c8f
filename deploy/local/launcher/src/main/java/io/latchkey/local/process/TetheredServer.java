package io.latchkey.local.process;

import java.nio.file.Path;
import java.time.Duration;

/** A server for a test: ready when the constructor returns, gone at the latest with this JVM. */
public final class TetheredServer implements RunningServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Member member;
    private final Process process;
    private final Thread atExit;

    private TetheredServer(Member member, Process process) {
        this.member = member;
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly, member.name() + "-at-exit");
    }

    /**
     * Prepares and starts it, and waits until it is ready.
     *
     * @param log where its output goes
     * @throws IllegalStateException with the end of its log, if it ends or is not ready within two minutes
     */
    public static TetheredServer start(Member member, Path log) {
        member.preparation().run();
        TetheredServer server = new TetheredServer(member, Launch.tethered(member, log));
        Runtime.getRuntime().addShutdownHook(server.atExit);
        server.awaitReady(log);
        return server;
    }

    private void awaitReady(Path log) {
        Poll.until(PATIENCE, () -> !process.isAlive() || member.readiness().isReady(process.pid()));
        if (!process.isAlive() || !member.readiness().isReady(process.pid())) {
            kill();
            throw new IllegalStateException(
                    member.name() + " did not become ready; the end of " + log + ":\n" + LogTail.of(log));
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        Poll.until(PATIENCE, () -> !process.isAlive());
    }

    @Override
    public void close() {
        Ending.of(process.toHandle(), member.stopSignal(), Duration.ofSeconds(15));
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook finds nothing left to do
        }
    }
}
