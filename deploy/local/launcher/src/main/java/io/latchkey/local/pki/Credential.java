package io.latchkey.local.pki;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A private key with its certificate and those above it.
 *
 * @param chain the key's own certificate first, the root last
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

    /** Takes a copy. */
    public Credential {
        chain = List.copyOf(chain);
    }

    /** The key's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** A TLS context that shows this certificate and trusts only servers under {@code root}. */
    public SSLContext sslContext(X509Certificate root) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store("own", ""), new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust(root).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use the certificate for TLS", e);
        }
    }

    /** A TLS context that shows no certificate and trusts only servers under {@code root}. */
    public static SSLContext anonymousContext(X509Certificate root) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust(root).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot trust the root for TLS", e);
        }
    }

    void write(Path file, String alias, String password) {
        write(store(alias, password), file, password);
    }

    static void writeTrust(X509Certificate root, Path file, String password) {
        write(trustStore(root), file, password);
    }

    static Credential read(Path file, String alias, String password) {
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            PrivateKey key = (PrivateKey) store.getKey(alias, password.toCharArray());
            List<X509Certificate> chain = Stream.of(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new Credential(key, chain);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private KeyStore store(String alias, String password) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry(alias, key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot store the key of " + alias, e);
        }
    }

    private static TrustManagerFactory trust(X509Certificate root) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trustStore(root));
        return trust;
    }

    private static KeyStore trustStore(X509Certificate root) {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("root", root);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot store the root certificate", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(KeyStore store, Path file, String password) {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
    }

    /** The key is secret. */
    @Override
    public String toString() {
        return "Credential[" + certificate().getSubjectX500Principal() + "]";
    }
}
