package io.latchkey.local;

import io.latchkey.local.process.FreePorts;
import io.latchkey.local.process.PortUse;
import io.latchkey.local.process.RunningServer;
import io.latchkey.local.process.TetheredServer;
import io.latchkey.local.server.MailCatcher;
import java.net.URI;
import java.nio.file.Path;

/** A mail server for a test: takes every letter, delivers none, and shows them as JSON. */
public final class LocalMail implements AutoCloseable {

    private final RunningServer server;
    private final int smtpPort;
    private final int pagePort;

    private LocalMail(RunningServer server, int smtpPort, int pagePort) {
        this.server = server;
        this.smtpPort = smtpPort;
        this.pagePort = pagePort;
    }

    /** Starts on free ports. */
    public static LocalMail start(Path folder) {
        return start(folder, FreePorts.any(), FreePorts.any());
    }

    /** Starts on given ports; it remembers no letter of an earlier one. */
    public static LocalMail start(Path folder, int smtpPort, int pagePort) {
        var member = MailCatcher.member(
                Checkout.find().serverJar("mail-catcher", "local-mail"),
                folder,
                new PortUse(smtpPort, ""),
                new PortUse(pagePort, ""));
        return new LocalMail(TetheredServer.start(member, folder.resolve("mail.log")), smtpPort, pagePort);
    }

    /** Where it takes letters. */
    public int smtpPort() {
        return smtpPort;
    }

    /** Where it shows them. */
    public int pagePort() {
        return pagePort;
    }

    /** {@code GET} lists the letters, {@code GET …/{id}} shows one, {@code DELETE} forgets all. */
    public URI messages() {
        return URI.create("http://127.0.0.1:" + pagePort + "/messages");
    }

    /** Ends it as a crash would. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
