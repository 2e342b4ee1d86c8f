package io.latchkey.issuer.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import org.bouncycastle.operator.OperatorCreationException;

/** The protected file that holds the signing key. A key is never written over: who loses it loses every handset. */
final class KeyFile {

    private static final String ALIAS = "device-tokens-1";

    private final Path path;
    private final char[] password;

    KeyFile(Path path, String password) {
        this.path = path.toAbsolutePath();
        this.password = password.toCharArray();
    }

    /**
     * Opens the file, and makes it if there is none.
     *
     * @param now the system clock
     * @return the key that signs
     * @throws KeyFileException if there is a file that cannot be read, or none can be made
     */
    ECKey openOrMake(Instant now) {
        if (Files.notExists(path)) {
            make(now);
        }
        return open();
    }

    private ECKey open() {
        try (InputStream file = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            var entry = store.getEntry(ALIAS, new KeyStore.PasswordProtection(password));
            if (!(entry instanceof KeyStore.PrivateKeyEntry key)) {
                throw new JOSEException("it has no private key named " + ALIAS);
            }
            return SigningKeys.of(key);
        } catch (IOException | GeneralSecurityException | JOSEException e) {
            throw new KeyFileException(
                    "The key file " + path + " cannot be read: the password (LATCHKEY_TOKEN_KEYSTORE_PASSWORD) is wrong"
                            + " or the file is damaged. Set the right password or put the file back from its backup;"
                            + " no new key is made over an old one.",
                    e);
        }
    }

    private void make(Instant now) {
        try {
            Files.createDirectories(path.resolveSibling("."));
            Path draft = Files.createTempFile(
                    path.resolveSibling("."),
                    ".new-key",
                    ".p12",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                write(draft, now);
                settle(draft);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new KeyFileException("The key file " + path + " cannot be made; look at its folder's rights.", e);
        }
    }

    private void write(Path draft, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = SigningKeys.generate();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {SelfSignedCertificate.of(pair, now)});
        try (OutputStream file = Files.newOutputStream(draft)) {
            store.store(file, password);
        }
        flush(draft);
    }

    /** A link, unlike a move, fails where a file is: of two instances that start together one makes the key. */
    private void settle(Path draft) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        flush(path.resolveSibling("."));
    }

    private static void flush(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
