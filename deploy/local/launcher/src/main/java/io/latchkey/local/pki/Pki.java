package io.latchkey.local.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The folder of local certificates.
 *
 * <p>{@code root.pem}, {@code trust.p12}: what everybody trusts. {@code server.p12}: the broker and the gateway's TLS
 * port. {@code handset-ca.p12}: issues handsets' certificates. {@code gateway-client.p12}: the gateway towards the
 * broker, issued by the root so that nobody who may enroll handsets could ever make one. The root's own key is thrown
 * away: nothing else is ever issued under it.
 *
 * @param directory the folder
 * @param password of every store in it
 */
public record Pki(Path directory, String password) {

    private static final String HANDSET_CA = "handset-ca";
    private static final String GATEWAY = "device-gateway";

    /** Opens the folder, and makes it first if it is not there. */
    public static Pki in(Path directory, String password) {
        Pki pki = new Pki(directory.toAbsolutePath(), password);
        if (!Files.isDirectory(pki.directory)) {
            pki.make();
        }
        return pki;
    }

    /** The root certificate. */
    public X509Certificate root() {
        Credential server = Credential.read(directory.resolve("server.p12"), "server", password);
        return server.chain().get(server.chain().size() - 1);
    }

    /** The gateway's own certificate towards the broker. */
    public Credential gateway() {
        return Credential.read(directory.resolve("gateway-client.p12"), GATEWAY, password);
    }

    /**
     * Issues a handset's certificate, as an enrollment would; for tests.
     *
     * @param commonName {@code <deviceId>/<enrollment>}
     */
    public Credential issueHandset(String commonName) {
        Credential authority = Credential.read(directory.resolve("handset-ca.p12"), HANDSET_CA, password);
        return new Authority(authority, Instant.now()).issue(commonName, Extensions.client());
    }

    /** In a folder beside it that is renamed at the end: a half-made one is never used. */
    private void make() {
        try {
            Files.createDirectories(directory.getParent());
            Path unfinished = Files.createTempDirectory(directory.getParent(), "pki-");
            write(Authority.root("Latchkey local root", Instant.now()), unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
            Files.move(unfinished, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the certificates in " + directory, e);
        }
    }

    /**
     * Writes the server's key and certificates for a server that reads no PKCS#12, unencrypted and for the owner only.
     */
    public void writeServerPem(Path file) {
        Credential server = Credential.read(directory.resolve("server.p12"), "server", password);
        Pem.writePrivate(server, file);
    }

    private void write(Authority root, Path folder) throws IOException {
        X509Certificate certificate = root.issuer().certificate();
        Files.writeString(folder.resolve("root.pem"), Pem.of(certificate));
        Credential.writeTrust(certificate, folder.resolve("trust.p12"), password);
        root.issue("localhost", Extensions.localServer()).write(folder.resolve("server.p12"), "server", password);
        root.issue(GATEWAY, Extensions.client()).write(folder.resolve("gateway-client.p12"), GATEWAY, password);
        root.subordinate("Latchkey local handset CA")
                .issuer()
                .write(folder.resolve("handset-ca.p12"), HANDSET_CA, password);
    }

    /** The password is secret. */
    @Override
    public String toString() {
        return "Pki[" + directory + "]";
    }
}
