package io.latchkey.virtual;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.virtual.app.Handsets;
import io.latchkey.virtual.gateway.HttpsGateway;
import io.latchkey.virtual.http.HandsetServer;
import io.latchkey.virtual.store.AppliedLog;
import io.latchkey.virtual.store.FolderIdentities;
import io.latchkey.virtual.tls.Pem;
import io.latchkey.virtual.tls.TlsContexts;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The running process: threads, handsets and server. */
final class VirtualPhones implements AutoCloseable {

    private static final long RESEND_SECONDS = 10;
    private static final long GOODBYE_SECONDS = 2;

    private final HandsetThreads threads;
    private final Handsets handsets;
    private final HandsetServer server;

    private VirtualPhones(HandsetThreads threads, Handsets handsets, HandsetServer server) {
        this.threads = threads;
        this.handsets = handsets;
        this.server = server;
    }

    /** Brings all kept handsets back and serves. */
    static VirtualPhones start(Settings settings) {
        ObjectMapper json = new ObjectMapper();
        TlsContexts tls = new TlsContexts(Pem.certificate(read(settings.trustRoot())));
        HandsetThreads threads = HandsetThreads.start();
        FolderIdentities folders = new FolderIdentities(settings.data().resolve("handsets"), json);
        HttpsGateway gateway = new HttpsGateway(settings.gateway(), tls.anonymous(), settings.provisioningKey(), json);
        Optional<AppliedLog> applied = settings.appliedLog().map(file -> new AppliedLog(file, Clock.systemUTC()));
        PahoAgents agents = new PahoAgents(folders, tls, threads, EcProvider.choose(), applied);
        Handsets handsets = new Handsets(folders, gateway, agents);
        // The port first: a second process must not connect as the same handsets.
        HandsetServer server = take(settings.port(), handsets, json);
        handsets.wakeUp();
        server.open();
        var unused = threads.connections()
                .scheduleWithFixedDelay(handsets::resendOverdue, RESEND_SECONDS, RESEND_SECONDS, TimeUnit.SECONDS);
        return new VirtualPhones(threads, handsets, server);
    }

    int port() {
        return server.port();
    }

    /** Leaves the network without switching anything off, so that the next start connects again. */
    @Override
    public void close() {
        server.close();
        handsets.all().forEach(handset -> handset.agent().goOffline());
        threads.stop(GOODBYE_SECONDS);
    }

    private static HandsetServer take(int port, Handsets handsets, ObjectMapper json) {
        try {
            return new HandsetServer(port, handsets, json);
        } catch (BindException e) {
            throw new StartFailedException("Port " + port
                    + " is taken by another process; stop that one or set LATCHKEY_VIRTUAL_PORT to a free port.");
        } catch (IOException e) {
            throw new StartFailedException("Cannot serve on port " + port + ": " + e.getMessage());
        }
    }

    private static String read(Path trustRoot) {
        try {
            return Files.readString(trustRoot);
        } catch (IOException e) {
            throw new StartFailedException("LATCHKEY_TRUST_ROOT names " + trustRoot
                    + ", which cannot be read; deploy/up makes it on its first start.");
        }
    }
}
